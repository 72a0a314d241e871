// Samples side by side: what was received, what its publisher made of it, what we made of it, and what is suspect.

import {el} from './dom.js';
import {t} from './i18n.js';
import {classSymbol, diamond, keyOf, namesIn, parameterName, unitShown, waterFigure} from './water.js';

/**
 * A column a sample, so that a day fits the hand.
 *
 * @param view {id, units} of the section
 * @param judged {interval, parameters}: the sample and the rows that the eye should find; null where none is meant
 */
export function samplesTable(view, samples, judged = null) {
  const days = new Set(samples.map(sample => sample.interval.slice(0, 10)));
  const here = sample => sample.interval === judged?.interval;
  const row = (name, cell, code = null) => el('tr', {class: judged?.parameters.includes(code) ? 'judged' : null},
    el('th', {scope: 'row', class: 'words'}, name), samples.map(sample => el('td', {class: here(sample) ? 'judged' : null}, cell(sample))));
  const codes = samples[0].values.map(value => value.parameter)
    .filter(code => samples.some(sample => spoken(sample, code)));
  return el('div', {class: 'samples-table', tabindex: 0, role: 'group', 'aria-label': t('hadSamples')},
    el('table', {},
      el('thead', {}, el('tr', {}, el('td', {}), samples.map(sample => el('th', {scope: 'col', class: here(sample) ? 'judged' : null, 'aria-current': here(sample)},
        days.size > 1 ? el('small', {class: 'under'}, sample.interval.slice(5, 10)) : null, sample.interval.slice(11).split('/')[0],
        sample.byHand ? el('small', {}, ' ' + t('sampledByHand')) : null)))),
      el('tbody', {},
        row(t('stationStatus'), sample => sample.stationStatus ? t('station_' + sample.stationStatus) : '–'),
        row(t('classPublished'), sample => sample.classPublished ? [diamond(sample.classPublished, 'ok', 'key'),
          ` ${classSymbol(sample.classPublished)}`] : '–'),
        row(t('byRealtime'), sample => classed(view, sample, 'class_realtime', sample.waterClassRealtime, sample.governingRealtime)),
        row(t('byAssessment'), sample => classed(view, sample, 'class', sample.waterClass, sample.governing)),
        codes.map(code => row([parameterName(code), el('small', {}, ` ${unitShown(view.units[code])}`)], sample => cell(view, sample, code), code)))));
}

function classed(view, sample, parameter, number, governing) {
  const lacking = sample.lacking ? el('small', {class: 'under'}, t('lacking', {parameters: namesIn(sample.lacking)})) : null;
  const known = number === null
    ? [el('span', {}, sample.notAssessed ? t('why_' + sample.notAssessed) : '–')]
    : [waterFigure(keyOf(view.id, 'water_sample', parameter, sample.interval), number, classSymbol(number),
      {content: [diamond(number, 'ok', 'key'), ` ${classSymbol(number)}`]}), governing ? el('small', {class: 'under'}, namesIn(governing)) : null];
  return [...known, lacking].filter(Boolean);
}

/** Below detection, not measured here, and no value this time are three different things; what a rule suspects says which. */
function cell(view, sample, code) {
  const said = spoken(sample, code);
  const key = keyOf(view.id, 'water_sample', code, sample.interval);
  const name = `${sample.interval} ${parameterName(code)}`;
  if (!said) {
    return '';
  }
  if (said.absent) {
    const word = said.absent === '*' ? t('absentNever') : t('absentNow');
    return el('span', {class: 'absent', 'data-absent': said.absent, title: word}, el('span', {'aria-hidden': 'true'}, said.absent), el('span', {class: 'unseen'}, word));
  }
  const flags = (sample.flags?.[code] ?? []).map(flag => t('flag_' + flag)).join(t('listComma'));
  const flagged = flags ? el('small', {class: 'under suspect', 'data-flags': sample.flags[code].join(' ')}, '? ' + flags) : null;
  if (said.below) {
    const made = waterFigure(key, said.below, `${name} ${t('belowLimit', {limit: said.below})}`, {className: 'below', content: `<${said.below}`});
    made.title = t('belowLimit', {limit: said.below});
    return [made, flagged].filter(Boolean);
  }
  return [waterFigure(key, said.value, name), flagged].filter(Boolean);
}

function spoken(sample, code) {
  const said = sample.values.find(value => value.parameter === code);
  return said && (said.value ?? said.below ?? said.absent) !== null ? said : null;
}
