// The city at one hour: the index in its chip, and the six pollutants with the day behind them.

import {el, replace, tell} from './dom.js';
import {figure} from './figure.js';
import {hourOf, hoursBefore} from './hours.js';
import {t} from './i18n.js';
import {levelClass, levelPhrase} from './levels.js';
import {limitHeight, spark, summary} from './spark.js';

/** @param gone whether the values are too old to be shown as the present ones */
export function showNow(host, now, gone) {
  replace(host, index(now, gone), el('div', {class: 'pollutants'}, now.pollutants.map(p => row(p, now, gone))));
}

function index(now, gone) {
  const aqi = now.aqi;
  const value = gone ? null : aqi?.value ?? null;
  const level = value === null ? null : aqi.level;
  const key = aqi?.key ?? `${now.city.id} air_hour AQI ${now.hour.label}`;
  return el('div', {class: 'index'},
    figure(key, value, t('aqi'), {className: `big-chip ${levelClass(level)}`}),
    el('p', {class: 'level-word'}, levelPhrase(level)),
    el('p', {class: 'primary'}, aqi?.primary.length && !gone
      ? t('primary', {names: aqi.primary.join(' ')}) : t('noPrimary')),
    aqi ? el('p', {class: 'note'}, 'AQI · ' + t('aqiNote', {edition: aqi.edition ?? '', n: aqi.inputsPresent ?? 0})) : null,
    level ? el('p', {class: 'advice'}, el('small', {}, t('advice')), t('advice' + level)) : null,
    el('p', {class: 'note mark'}, t('unreviewed')));
}

function row(p, now, gone) {
  return el('div', {class: 'pollutant'},
    el('span', {class: 'name'}, subscript(p.code), el('small', {class: 'unit'}, p.unit)),
    figure(p.key, gone ? null : p.value, p.code, {unit: p.unit, className: 'value', hollow: p.belowMinimum}),
    walkable(p, now),
    p.lastYear
      ? el('span', {class: 'last-year', title: t('lastYearTitle', {hour: p.lastYear.hour})},
        el('small', {}, t('lastYear')),
        figure(p.lastYear.key, p.lastYear.value, `${t('lastYear')} ${p.code}`, {unit: p.unit}))
      : el('span', {class: 'last-year'}));
}

/** The line is itself a figure, that of the hour its mark stands on; the arrow keys move the mark. */
function walkable(p, now) {
  let chosen = 23;
  const readout = el('span', {class: 'readout', 'aria-hidden': 'true'});
  const line = el('button', {type: 'button', class: 'figure line', title: title(p)}, spark(p), limitMark(p), readout);
  const settle = () => {
    const hour = hoursBefore(now.hour.label, 23 - chosen);
    const value = p.series[chosen];
    line.dataset.figure = `${now.city.id} air_hour ${p.code} ${hour}`;
    line.dataset.value = value ?? '';
    line.setAttribute('aria-label', `${summary(p)}. ${t('sparkKeys')}`);
    const said = `${t('hourAt', {hour: hourOf(hour)})} ${value ?? '–'}`;
    readout.textContent = chosen === 23 ? '' : said;
    return said;
  };
  settle();
  line.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, Home: -23, End: 23}[event.key];
    if (step) {
      event.preventDefault();
      chosen = Math.max(0, Math.min(23, chosen + step));
      line.firstChild.replaceWith(spark(p, chosen));
      tell(`${p.code} ${settle()}`);
    }
  });
  return line;
}

/** The hairline's own number, at its left end. */
function limitMark(p) {
  const height = limitHeight(p);
  if (height === null) {
    return null;
  }
  const mark = el('span', {class: 'limit-mark', 'aria-hidden': 'true'}, p.limit.value);
  mark.style.top = `${height * 100}%`;
  return mark;
}

function title(p) {
  return p.limit
    ? `${summary(p)} · ${t('limit', {...p.limit, averaging: t('averaging_' + p.limit.averaging)})}` : summary(p);
}

/** PM2.5 with a small 2.5, O3 with a small 3: as it is written on paper. */
export function subscript(code) {
  const match = /^([A-Z]+)([\d.]+)$/.exec(code);
  return match ? [match[1], el('sub', {}, match[2])] : [code];
}
