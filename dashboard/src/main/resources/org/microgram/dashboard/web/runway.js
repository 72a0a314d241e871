// The runway: how far the year has run from its target, day by day; 0 is the target. Named outlooks as dashed ends, no cone.

import {el, svg, tell} from './dom.js';
import {t} from './i18n.js';
import {signed} from './cost-calendar.js';

const WIDTH = 1200;
const HEIGHT = 300;
const LEFT = 66;
const RIGHT = 1100;
const TOP = 14;
const BOTTOM = 262;

export function runway(account) {
  const [now, ...before] = account.runway;
  const ends = [...account.outlooks, asked(account)].filter(Boolean).map(each => ({...each, at: Number(each.end) - Number(account.target)}));
  const reach = Math.max(1, ...account.runway.flatMap(year => year.points.map(point => Math.abs(Number(point[1] ?? 0)))),
    ...ends.map(end => Math.abs(end.at))) * 1.1;
  const days = dayOfYear(`${account.year}-12-31`);
  const x = date => LEFT + (dayOfYear(date) - 1) / (days - 1) * (RIGHT - LEFT);
  const y = value => (TOP + BOTTOM) / 2 - value / reach * (BOTTOM - TOP) / 2;
  const last = now.points.at(-1);
  const readout = el('p', {class: 'readout-line', 'aria-hidden': 'true'}, last ? said(account, last) : '');
  const cursor = svg('circle', {class: 'runway-cursor', r: 5, cx: last ? x(last[0]) : LEFT, cy: last ? y(Number(last[1])) : y(0)});
  const chart = svg('svg', {class: 'runway', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', tabindex: 0, 'aria-label': `${summary(account, ends)} ${t('runwayKeys')}`},
    ticks(reach).map(value => [
      svg('line', {class: value === 0 ? 'zero' : 'grid', x1: LEFT, x2: RIGHT, y1: y(value), y2: y(value)}),
      svg('text', {class: 'axis', x: LEFT - 8, y: y(value) + 5}, value === 0 ? t('runwayZero') : signed(String(value)))]).flat(),
    t('months').split(' ').map((name, i) => svg('text', {class: 'axis month-name', x: x(`${account.year}-${String(i + 1).padStart(2, '0')}-15`), y: HEIGHT - 12}, name)),
    before.map(year => [svg('path', {class: 'known', d: path(year.points, point => x(account.year + point[0].slice(4)), y)}),
      svg('text', {class: 'known-name', x: RIGHT + 6, y: y(Number(year.points.at(-1)?.[1] ?? 0)) + 5}, String(year.year))]).flat(),
    svg('path', {class: 'this-year', d: path(now.points, point => x(point[0]), y)}),
    last ? spread(ends, y).map(end => svg('g', {class: `outlook outlook-${end.name}`, 'data-outlook': end.name, 'data-value': end.end},
      svg('path', {d: `M${x(last[0])} ${y(Number(last[1]))}L${RIGHT} ${y(end.at)}`}),
      svg('text', {x: RIGHT - 8, y: end.labelAt}, `${t('outlook_' + end.name)} ${end.rest} → ${end.end}`))) : null,
    cursor);
  let at = now.points.length - 1;
  chart.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30, Home: -400, End: 400}[event.key];
    if (step && now.points.length) {
      event.preventDefault();
      event.stopPropagation();
      at = Math.max(0, Math.min(now.points.length - 1, at + step));
      const point = now.points[at];
      cursor.setAttribute('cx', x(point[0]));
      cursor.setAttribute('cy', y(Number(point[1])));
      readout.textContent = said(account, point);
      tell(readout.textContent);
    }
  });
  return [chart, readout];
}

/** The same points as a table: the last of each month, and where it stands. */
export function runwayTable(account) {
  const months = t('months').split(' ');
  const atEnd = (year, month) => year.points.filter(point => Number(point[0].slice(5, 7)) === month).at(-1)?.[1] ?? null;
  return el('div', {class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('runway')},
    el('table', {},
      el('thead', {}, el('tr', {}, el('th', {scope: 'col', class: 'words'}, t('monthEnd')), account.runway.map(year => el('th', {scope: 'col'}, String(year.year))))),
      el('tbody', {}, months.map((name, i) => el('tr', {}, el('th', {scope: 'row', class: 'words'}, name),
        account.runway.map(year => el('td', {}, atEnd(year, i + 1) === null ? '–' : signed(atEnd(year, i + 1)))))))));
}

/** A question that asks nothing is last year's outlook once more. */
function asked(account) {
  return account.what_if && account.outlooks.every(each => each.rest !== account.what_if.rest) ? account.what_if : null;
}

function said(account, point) {
  return t('runwayAt', {date: point[0], value: signed(point[1])});
}

function summary(account, ends) {
  const last = account.runway[0].points.at(-1);
  return t('runwaySummary', {year: account.year, date: account.as_of, value: last ? signed(last[1]) : '–',
    outlooks: ends.map(end => `${t('outlook_' + end.name)} ${end.end}`).join(t('listComma'))});
}

/** Labels that would lie upon one another are moved apart. */
function spread(ends, y) {
  const sorted = [...ends].sort((one, other) => other.at - one.at);
  let above = -Infinity;
  for (const end of sorted) {
    end.labelAt = Math.max(y(end.at) + (end.at < 0 ? 20 : -8), above + 19);
    above = end.labelAt;
  }
  return sorted;
}

function ticks(reach) {
  const step = [0.5, 1, 2, 5, 10, 20, 50].find(each => reach / each <= 4) ?? 100;
  const all = [];
  for (let value = -Math.floor(reach / step) * step; value <= reach; value += step) {
    all.push(value);
  }
  return all;
}

function path(points, x, y) {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point).toFixed(1)} ${y(Number(point[1])).toFixed(1)}`).join('');
}

function dayOfYear(date) {
  const [year, month, day] = date.split('-').map(Number);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}
