// A parameter of a section over some days as a line of its samples, with the limits of the classes; what is suspect has a mark of its own.

import {beyond, limitLines, limitMarks, scaleOf} from './chart-limits.js';
import {el, svg, tell} from './dom.js';
import {nameOf, t} from './i18n.js';
import {keyOf, parameterName, unitShown, waterFigure} from './water.js';

const WIDTH = 480;
const HEIGHT = 104;
const FOOT = 6;
const DAY = 86_400_000;
/** Longer without a sample is a gap. */
const GAP = 9 * 3600_000;

/**
 * @param view the answer of the server; line: own, upstream or downstream; word: which of them
 */
export function sampleLine(view, line, word) {
  const points = line.points.map(point => ({...point, number: Number(point.value ?? point.below), time: Date.parse(point.at)}));
  const valued = points.filter(point => point.value !== null || point.below !== null);
  const head = el('h4', {}, el('span', {class: 'line-word'}, t(word)), ' ', nameOf(line));
  if (valued.length === 0) {
    return el('figure', {class: 'sample-line', 'data-line': word}, head, el('p', {class: 'note'}, t('lineEmpty', {parameter: parameterName(view.parameter)})));
  }
  const lines = limitLines(view.limits, view.target);
  const {shown, y} = scaleOf(view.parameter, valued.map(point => point.number), lines, HEIGHT, FOOT);
  const from = Date.parse(view.from);
  const across = time => 4 + (time - from) / (Date.parse(view.to) - from) * (WIDTH - 8);
  const at = point => `${across(point.time).toFixed(1)} ${y(point.number).toFixed(1)}`;
  const dots = those => those.map(point => `M${at(point)}h0.01`).join('');
  // The mark stands on what is judged, or on what is nearest to it in time.
  const here = Date.parse(momentOf(view.at));
  const start = valued.reduce((best, point, i) => Math.abs(point.time - here) < Math.abs(valued[best].time - here) ? i : best, 0);
  const chosen = svg('path', {class: 'chart-point', d: ''});
  const drawing = svg('svg', {class: 'chart-lines', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    days(view).map(time => svg('line', {class: 'month-start', x1: across(time), x2: across(time), y1: 0, y2: HEIGHT})),
    svg('line', {class: 'looked-at', x1: across(here), x2: across(here), y1: 0, y2: HEIGHT}),
    shown.map(each => svg('line', {class: each.target ? 'limit of-target' : 'limit', x1: 0, x2: WIDTH, y1: y(each.number), y2: y(each.number)})),
    svg('path', {class: 'line-path', d: path(valued.filter(point => !point.byHand), at)}),
    svg('path', {class: 'day-dots', d: dots(valued.filter(point => point.value !== null && !point.byHand))}),
    svg('path', {class: 'day-below', d: dots(valued.filter(point => point.below !== null))}),
    svg('path', {class: 'day-below-inner', d: dots(valued.filter(point => point.below !== null))}),
    svg('path', {class: 'of-hand', d: valued.filter(point => point.byHand).map(point => `M${at(point)}m-4 -4h8v8h-8z`).join('')}),
    svg('path', {class: 'of-suspect', d: valued.filter(point => point.flags.length > 0).map(point => `M${at(point)}m0 -9l7 12h-14z`).join('')}),
    svg('path', {class: 'day-no-value', d: points.filter(point => !valued.includes(point)).map(point => `M${across(point.time).toFixed(1)} ${HEIGHT - 8}v8`).join('')}),
    chosen);
  const readout = el('span', {class: 'readout', 'aria-hidden': 'true'});
  const said = summary(view, line, valued);
  const button = waterFigure('', '', '', {className: 'chart', content: el('span', {class: 'chart-plot'}, drawing, limitMarks(shown, y, HEIGHT, beyond(lines, shown)))});
  button.append(readout);
  walkable(button, valued, start, point => {
    const key = keyOf(line.id, 'water_sample', view.parameter, point.interval);
    Object.assign(button.dataset, {figure: key, key, value: point.value ?? point.below});
    button.setAttribute('aria-label', `${said} ${t('lineKeys')}`);
    readout.textContent = `${point.interval.slice(5).replace('T', ' ').replace('/manual', ' ' + t('sampledByHand'))} ${point.value ?? '<' + point.below} ${unitShown(view.unit)}`
      + (point.flags.length ? ` ? ${point.flags.map(flag => t('flag_' + flag)).join(t('listComma'))}` : '');
    chosen.setAttribute('d', `M${at(point)}h0.01`);
  }, () => readout.textContent);
  return el('figure', {class: 'sample-line', 'data-line': word}, head, button);
}

/** The dates under the lines. */
export function dateAxis(view) {
  const from = Date.parse(view.from);
  const whole = Date.parse(view.to) - from;
  return el('div', {class: 'line-dates', 'aria-hidden': 'true'}, days(view).filter(time => time - from < whole * 0.93).map(time => {
    const mark = el('span', {}, new Date(time + 8 * 3600_000).toISOString().slice(5, 10));
    mark.style.left = `${(time - from) / whole * 100}%`;
    return mark;
  }));
}

/** Each midnight (+08:00) between the ends. */
function days(view) {
  const first = Date.parse(view.from.slice(0, 10) + 'T00:00:00+08:00') + DAY;
  return Array.from({length: 7}, (unused, i) => first + i * DAY).filter(time => time < Date.parse(view.to));
}

const momentOf = interval => `${interval.split('/')[0]}${interval.split('/')[0].length === 16 ? ':00' : ''}+08:00`;

function path(points, at) {
  return points.map((point, i) => `${i > 0 && point.time - points[i - 1].time <= GAP ? 'L' : 'M'}${at(point)}`).join('');
}

function summary(view, line, valued) {
  const sorted = [...valued].sort((one, other) => one.number - other.number);
  return t('lineSummary', {name: `${nameOf(line)} ${parameterName(view.parameter)}`, n: valued.length, from: view.from.slice(0, 10), to: view.to.slice(0, 10),
    least: sorted[0].value ?? '<' + sorted[0].below, most: sorted.at(-1).value ?? '<' + sorted.at(-1).below, unit: unitShown(view.unit)});
}

/** The line is itself a figure, that of the sample its mark stands on; the arrows move it. */
function walkable(button, points, start, settle, said) {
  let chosen = start;
  settle(points[chosen]);
  button.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, Home: -points.length, End: points.length}[event.key];
    if (step) {
      event.preventDefault();
      chosen = Math.max(0, Math.min(points.length - 1, chosen + step));
      settle(points[chosen]);
      tell(said());
    }
  });
}
