// Who a section is, its class of the year and of the month in both profiles, and its twelve months.

import {el} from './dom.js';
import {nameOf, t} from './i18n.js';
import {classSymbol, classWord, diamond, keyOf, namesIn, parameterName, waterFigure} from './water.js';

/** The page's subject in one sentence of figures. */
export function sentence(view) {
  const month = lastMonth(view);
  if (!month) {
    return t('sectionNothing', {year: view.year});
  }
  const word = period => period?.waterClass
    ? t('classWithLevel', {word: classWord(period.waterClass),
      level: t('waterLevel' + period.waterClass) + (period.status === 'below_minimum' ? t('pause') + t('belowMinimum') : '')})
    : t('noClass');
  const target = view.target
    ? `${t('targetLong', {symbol: classSymbol(view.target)})}${t('pause')}${t('attained_' + (view.toDate ?? month).attained)}` : t('noTarget');
  return t('sectionSentence', {month: view.standsAt, year: word(view.toDate), monthClass: word(month), target});
}

export function facts(view) {
  const {about} = view;
  const fact = (name, value) => el('div', {}, el('dt', {}, name), el('dd', {}, value));
  return el('dl', {class: 'facts'},
    about.waterBody ? fact(t('waterBody'), nameOf(about.waterBody)) : fact(t('river'), about.river ? nameOf(about.river) : t('riverUnknown')),
    fact(t('basin'), about.basin ? nameOf(about.basin) : t('riverUnknown')),
    fact(t('province'), view.province),
    fact(t('sectionType'), view.type ? t('type_' + view.type) : t('why_not_in_service')),
    fact(t('target'), view.target ? classWord(view.target) : t('noTarget')),
    fact(t('networkHead'), about.network ? t('network_' + about.network) : '–'),
    fact(t('responsible'), about.responsible ?? t('responsibleNone')),
    fact(t('limitsOf'), view.edition ?? '–'));
}

function lastMonth(view) {
  return view.months.find(period => period.month === view.standsAt) ?? null;
}

/** Year to date, whole year, last month: the class by the assessment, and by the other profile where that differs. */
export function classes(view) {
  const month = lastMonth(view);
  return el('div', {class: 'class-cards'},
    view.toDate ? card(view, t('cumulative'), 'water_to_date', view.toDate) : null,
    view.wholeYear ? card(view, t('wholeYear'), 'water_year', view.wholeYear) : null,
    month ? card(view, t('lastMonth'), 'water_month', month) : el('p', {class: 'note'}, t('why_no_row')));
}

function card(view, title, measurement, period) {
  const differ = period.waterClassRealtime !== null && period.waterClassRealtime !== period.waterClass;
  return el('article', {class: 'class-card', 'data-card': measurement},
    el('h3', {}, title, ' ', el('small', {}, period.interval)),
    el('div', {class: 'class-pair'},
      profile(view, measurement, 'class', period, period.waterClass, period.status, t('byAssessment')),
      differ ? profile(view, measurement, 'class_realtime', period, period.waterClassRealtime, period.status, t('byRealtime')) : null),
    el('ul', {class: 'reasons'}, reasons(view, period, differ).filter(Boolean).map(each => el('li', {}, each))));
}

function profile(view, measurement, parameter, period, number, status, name) {
  const key = keyOf(view.id, measurement, parameter, period.interval);
  return el('div', {class: 'profile'},
    waterFigure(key, number, `${name} ${period.interval} ${number ? classWord(number) : t('noClass')}`,
      {className: 'class-figure', content: diamond(number, status, 'big')}),
    el('p', {}, number ? `${classWord(number)} ${t('waterLevel' + number)}` : t('noClass'), el('small', {}, name)));
}

function reasons(view, period, differ) {
  return [
    period.waterClass === null && period.notAssessed ? t('why_' + period.notAssessed) : null,
    period.status === 'below_minimum' ? t('belowMinimum') : null,
    period.governing ? t('governing', {parameters: namesIn(period.governing)}) : null,
    differ ? t('profilesDiffer', {parameters: namesIn(period.governingRealtime)}) : null,
    view.target ? [t('attained_' + period.attained), namesIn(period.overTarget)].filter(Boolean).join(' ') : null,
    period.lacking ? t('lacking', {parameters: namesIn(period.lacking)}) : null,
    period.apart ? t('apartFrom', {parameters: apart(period.apart)}) : null,
    period.samples !== null ? t('samplesCount', {n: period.samples}) : null,
  ];
}

/** TN:6 in words. */
function apart(text) {
  return text.split(' ').map(each => {
    const [code, number] = each.split(':');
    return `${parameterName(code)} ${classWord(Number(number))}`;
  }).join(t('listComma'));
}

/** @param until months after it are to come */
export function strip(view, until) {
  const byMonth = new Map(view.months.map(period => [period.month, period]));
  return el('ol', {class: 'strip-months'}, t('months').split(' ').map((name, i) => {
    const month = `${view.year}-${String(i + 1).padStart(2, '0')}`;
    return month > until
      ? el('li', {class: 'to-come', 'data-month': month}, el('span', {class: 'strip-name'}, name), el('small', {}, t('toCome')))
      : stripMonth(view, month, name, byMonth.get(month) ?? null);
  }));
}

function stripMonth(view, month, name, period) {
  const number = period?.waterClass ?? null;
  const missed = period?.attained === 'missed';
  const under = period === null ? t('why_no_row')
    : number === null ? t('why_' + (period.notAssessed ?? 'no_value'))
      : namesIn(missed ? period.overTarget : period.mainPollutants);
  const said = [month, number ? classWord(number) : t('noClass'), period?.status === 'below_minimum' ? t('belowMinimum') : null,
    view.target && period ? t('attained_' + period.attained) : null, under || null].filter(Boolean).join(t('pause'));
  const differs = period !== null && period.waterClassRealtime !== null && period.waterClassRealtime !== number;
  return el('li', {class: missed ? 'missed' : '', 'data-month': month},
    el('span', {class: 'strip-name'}, name),
    waterFigure(keyOf(view.id, 'water_month', 'class', month), number, said, {content: diamond(number, period?.status, 'of-strip')}),
    missed ? el('b', {}, t('attained_missed')) : null,
    el('small', {}, under),
    differs ? el('small', {class: 'other-profile'}, t('byRealtime'), ' ',
      waterFigure(keyOf(view.id, 'water_month', 'class_realtime', month), period.waterClassRealtime, `${month} ${t('byRealtime')}`,
        {content: classSymbol(period.waterClassRealtime)})) : null);
}
