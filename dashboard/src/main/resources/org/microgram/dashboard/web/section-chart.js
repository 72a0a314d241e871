// One parameter over a year: a bar a month, a dot a day, the limits of the classes as lines; beside it the same as a table.

import {beyond, limitLines, limitMarks, scaleOf} from './chart-limits.js';
import {el, svg, tell} from './dom.js';
import {t} from './i18n.js';
import {dayTable, monthTable} from './section-table.js';
import {keyOf, parameterName, parameterNames, unitShown, waterFigure} from './water.js';

const WIDTH = 732;
const HEIGHT = 200;
const FOOT = 14;
const DAY = 86_400_000;
const FIRST = ['pH', 'DO', 'CODMn', 'NH3-N', 'TP', 'TN'];

/** @param actions {opened: parameters whose table of days is open, all: whether every one is, samples(day)} */
export function charts(view, days, actions) {
  const codes = order(view, days);
  const withData = codes.filter(code => series(view, days, code).any);
  const without = codes.filter(code => !withData.includes(code));
  return [
    el('div', {class: 'panel-head'}, el('h2', {}, t('chartsHead')), el('p', {class: 'note'}, t('chartKeys'))),
    el('ul', {class: 'chart-legend'}, ['chartMonths', 'chartFew', 'chartDays', 'chartBelow', 'chartNoValue', 'chartNever', view.target ? 'chartTarget' : null]
      .filter(Boolean).map(word => el('li', {}, sample(word), t(word)))),
    el('div', {class: 'chart-cards'}, withData.map(code => card(view, series(view, days, code), actions))),
    without.length ? el('p', {class: 'note', id: 'without-data'}, t('notMeasuredHere', {parameters: parameterNames(without)})) : null,
  ];
}

function order(view, days) {
  const all = new Set([...view.months, ...days.days].flatMap(period => period.values.map(value => value.parameter)));
  return [...FIRST.filter(code => all.has(code)), ...[...all].filter(code => !FIRST.includes(code))];
}

/** Of one parameter: its months, its days with a value, and what was marked on a day. */
function series(view, days, code) {
  const of = period => period.values.find(value => value.parameter === code) ?? {value: null};
  const marks = new Map(days.marks.filter(mark => mark.parameter === code).map(mark => [mark.day, mark]));
  const all = days.days.map(day => ({interval: day.interval, ...of(day), mark: marks.get(day.interval) ?? null}));
  const months = view.months.map(month => ({interval: month.month, ...of(month)}));
  return {
    code,
    months,
    days: all,
    valued: all.filter(day => day.value !== null),
    any: [...months, ...all].some(each => each.value !== null),
    toDate: view.toDate ? {interval: view.toDate.interval, ...of(view.toDate)} : null,
    limits: view.limits.find(each => each.parameter === code) ?? null,
  };
}

function card(view, s, actions) {
  const unit = unitShown(view.units[s.code] ?? '');
  const name = parameterName(s.code);
  const lines = limitLines(s.limits, view.target);
  const details = el('details', {'data-days': s.code}, el('summary', {}, t('daysTable', {n: s.days.length})));
  const fill = () => {
    if (details.open && details.childElementCount === 1) {
      details.append(dayTable(view, s, unit, actions.samples));
    }
    actions.opened[details.open ? 'add' : 'delete'](s.code);
  };
  details.addEventListener('toggle', fill);
  if (s.days.length && (actions.all || actions.opened.has(s.code))) {
    details.open = true;
    fill();
  }
  return el('article', {class: 'chart-card', 'data-parameter': s.code},
    el('h3', {}, name, el('small', {}, ` ${unit} `, s.limits?.clause ?? ''),
      s.toDate && s.toDate.value !== null ? el('span', {class: 'to-date'}, `${t('cumulative')} `,
        waterFigure(keyOf(view.id, 'water_to_date', s.code, s.toDate.interval), s.toDate.value, `${name} ${t('cumulative')}`,
          {unit, hollow: s.toDate.status === 'below_minimum'})) : null),
    el('div', {class: 'chart-and-table'}, chart(view, s, lines, unit, actions), monthTable(view, s, unit)),
    s.days.length ? details : null);
}

function scale(s, lines) {
  const values = [...s.months, ...s.valued].filter(each => each.value !== null).map(each => Number(each.value));
  return scaleOf(s.code, values, lines, HEIGHT, FOOT);
}

const dayOfYear = date => (Date.parse(date) - Date.parse(date.slice(0, 4) + '-01-01')) / DAY;
const across = date => (dayOfYear(date) + 0.5) * WIDTH / 366;

function chart(view, s, lines, unit, actions) {
  const {shown, y} = scale(s, lines);
  const dots = days => days.map(day => `M${across(day.interval).toFixed(1)} ${y(day.value).toFixed(1)}h0.01`).join('');
  const feet = days => days.map(day => `M${across(day.interval).toFixed(1)} ${HEIGHT - 8}v8`).join('');
  const crosses = days => days.map(day => `M${(across(day.interval) - 2).toFixed(1)} ${HEIGHT - 7}l4 6m0 -6l-4 6`).join('');
  const below = s.valued.filter(day => day.mark?.below);
  const absent = s.days.filter(day => day.value === null);
  const point = svg('path', {class: 'chart-point'});
  const drawing = svg('svg', {class: 'chart-lines', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    shown.map(line => svg('line', {class: line.target ? 'limit of-target' : 'limit', x1: 0, x2: WIDTH, y1: y(line.number), y2: y(line.number)})),
    monthStarts(view.year).map(x => svg('line', {class: 'month-start', x1: x, x2: x, y1: 0, y2: HEIGHT})),
    svg('path', {class: 'day-dots', d: dots(s.valued.filter(day => !day.mark?.below))}),
    svg('path', {class: 'day-below', d: dots(below)}),
    svg('path', {class: 'day-below-inner', d: dots(below)}),
    svg('path', {class: 'day-no-value', d: feet(absent.filter(day => !day.mark?.notMeasured))}),
    svg('path', {class: 'day-never', d: crosses(absent.filter(day => day.mark?.notMeasured))}),
    s.months.filter(month => month.value !== null).map(month => monthBar(month, y)),
    point);
  const readout = el('span', {class: 'readout', 'aria-hidden': 'true'});
  const button = el('button', {type: 'button', class: 'figure chart'},
    el('span', {class: 'chart-plot'}, drawing, limitMarks(shown, y, HEIGHT, beyond(lines, shown))), readout);
  walkable(view, s, unit, button, readout, actions, chosen => {
    point.setAttribute('d', `M${across(day15(chosen.interval)).toFixed(1)} ${y(chosen.value).toFixed(1)}h0.01`);
  }, summary(view, s, lines, unit));
  return el('figure', {class: 'chart-figure'}, button,
    el('div', {class: 'chart-months', 'aria-hidden': 'true'}, t('months').split(' ').map(name => el('span', {}, name))));
}

/** A month stands in its middle. */
const day15 = interval => interval.length === 7 ? interval + '-15' : interval;

function monthBar(month, y) {
  const first = across(month.interval + '-01') - 1;
  const last = first + 29 * WIDTH / 366;
  return svg('line', {class: month.status === 'ok' ? 'month-bar' : 'month-bar few', 'data-month': month.interval,
    x1: first, x2: last, y1: y(month.value), y2: y(month.value)});
}

function monthStarts(year) {
  return Array.from({length: 11}, (unused, i) => across(`${year}-${String(i + 2).padStart(2, '0')}-01`) - 1);
}

/** The chart is itself a figure, that of the day its mark stands on. */
function walkable(view, s, unit, button, readout, actions, mark, said) {
  const points = s.valued.length ? s.valued : s.months.filter(month => month.value !== null);
  let chosen = points.length - 1;
  const settle = () => {
    const point = points[chosen];
    const key = keyOf(view.id, point.interval.length === 7 ? 'water_month' : 'water_day', s.code, point.interval);
    Object.assign(button.dataset, {figure: key, key, value: point.value});
    button.setAttribute('aria-label', `${said} ${t('chartKeys')}`);
    readout.textContent = `${point.interval} ${point.value} ${unit}`;
    mark(point);
  };
  settle();
  button.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30, Home: -400, End: 400}[event.key];
    if (step) {
      event.preventDefault();
      chosen = Math.max(0, Math.min(points.length - 1, chosen + step));
      settle();
      tell(`${parameterName(s.code)} ${readout.textContent}`);
    } else if (event.key.toLowerCase() === 's' && points[chosen].interval.length === 10) {
      actions.samples(points[chosen].interval);
    }
  });
  button.addEventListener('pointermove', event => {
    const box = button.querySelector('.chart-lines').getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * WIDTH;
    const far = point => Math.abs(across(day15(point.interval)) - x);
    chosen = points.reduce((best, point, i) => far(point) < far(points[best]) ? i : best, 0);
    settle();
  });
}

/** One sentence made from the data, for those who cannot see the lines. */
function summary(view, s, lines, unit) {
  const name = parameterName(s.code);
  const had = s.months.filter(month => month.value !== null);
  if (had.length === 0) {
    return t('chartEmpty', {name, year: view.year});
  }
  const sorted = [...had].sort((one, other) => Number(one.value) - Number(other.value));
  const target = lines.find(line => line.target);
  const least = s.code === 'DO';
  const over = target ? had.filter(month => least ? Number(month.value) < target.number : Number(month.value) > target.number) : [];
  return t('chartSummary', {name, year: view.year, n: had.length, least: sorted[0].value, most: sorted.at(-1).value, unit, d: s.valued.length})
    + (target ? t('chartOver', {sign: least ? '≥' : '≤', limit: target.limit, n: over.length}) : '');
}

/** The mark that a word of the legend speaks of. */
function sample(word) {
  const parts = {
    chartMonths: [svg('line', {class: 'month-bar', x1: 1, x2: 23, y1: 8, y2: 8})],
    chartFew: [svg('line', {class: 'month-bar few', x1: 1, x2: 23, y1: 8, y2: 8})],
    chartDays: [svg('path', {class: 'day-dots', d: 'M12 8h0.01'})],
    chartBelow: [svg('path', {class: 'day-below', d: 'M12 8h0.01'}), svg('path', {class: 'day-below-inner', d: 'M12 8h0.01'})],
    chartNoValue: [svg('path', {class: 'day-no-value', d: 'M12 4v8'})],
    chartNever: [svg('path', {class: 'day-never', d: 'M10 5l4 6m0 -6l-4 6'})],
    chartTarget: [svg('line', {class: 'limit of-target', x1: 1, x2: 23, y1: 8, y2: 8})],
  };
  return svg('svg', {class: 'chart-sample', viewBox: '0 0 24 16', 'aria-hidden': 'true'}, parts[word]);
}
