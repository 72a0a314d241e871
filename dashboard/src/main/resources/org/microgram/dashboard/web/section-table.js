// The months and the days of one parameter as tables, for people who read tables.

import {el} from './dom.js';
import {t} from './i18n.js';
import {keyOf, parameterName, waterFigure} from './water.js';

export function monthTable(view, s, unit) {
  const rows = s.months.map(month => el('tr', {},
    el('th', {scope: 'row'}, month.interval),
    el('td', {}, mean(view, 'water_month', s, month, unit)),
    el('td', {}, month.needed === null || month.needed === undefined ? '–' : `${month.had}/${month.needed}`),
    el('td', {class: 'words'}, month.source ? t('source_' + month.source) : t('status_none'))));
  return table([t('monthHead'), t('mean'), t('hadNeeded'), t('source')], rows, `${parameterName(s.code)} ${t('monthHead')}`, 'of-months');
}

/** @param samples called with a day */
export function dayTable(view, s, unit, samples) {
  const rows = s.days.map(day => {
    const open = el('button', {type: 'button', class: 'link', 'aria-label': t('showSamples', {day: day.interval})}, String(day.had ?? 0));
    open.addEventListener('click', () => samples(day.interval));
    return el('tr', {}, el('th', {scope: 'row'}, day.interval), el('td', {}, mean(view, 'water_day', s, day, unit)),
      el('td', {}, open), el('td', {class: 'words'}, said(day.mark)));
  });
  return table([t('date'), t('mean'), t('hadSamples'), t('marks')], rows, `${parameterName(s.code)} ${t('date')}`, 'of-days');
}

/** The rounded mean; what it was before that is its title. */
function mean(view, measurement, s, each, unit) {
  const made = waterFigure(keyOf(view.id, measurement, s.code, each.interval), each.value, `${each.interval} ${parameterName(s.code)}`,
    {unit, hollow: measurement === 'water_month' && each.status === 'below_minimum'});
  if (each.exact) {
    made.title = each.exact;
  }
  return made;
}

function said(mark) {
  return mark === null ? '' : [mark.below ? t('markBelow', {n: mark.below}) : null, mark.notMeasured ? t('markNever', {n: mark.notMeasured}) : null,
    mark.noValue ? t('markNoValue', {n: mark.noValue}) : null].filter(Boolean).join(t('listComma'));
}

function table(heads, rows, name, kind) {
  return el('div', {class: `section-table ${kind}`},
    el('table', {'aria-label': name},
      el('thead', {}, el('tr', {}, heads.map((head, i) => el('th', {scope: 'col', class: i === heads.length - 1 ? 'words' : ''}, head)))),
      el('tbody', {}, rows)));
}
