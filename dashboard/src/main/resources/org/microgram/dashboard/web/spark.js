// 24 hours as a line: this year bright, the same hours last year grey, the limit a hairline, a gap where there is no value.

import {svg} from './dom.js';
import {t} from './i18n.js';

const WIDTH = 240;
const HEIGHT = 56;
const PAD = 4;

export function spark(pollutant, chosen = 23) {
  const {values, before, limit, ceiling} = scale(pollutant);
  const x = i => PAD + i * (WIDTH - 2 * PAD) / 23;
  const y = v => height(v, ceiling);
  const point = values[chosen];
  return svg('svg', {class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    limit !== null
      ? svg('line', {class: 'spark-limit', x1: 0, x2: WIDTH, y1: y(limit), y2: y(limit)}) : null,
    svg('path', {class: 'spark-before', d: path(before, x, y)}),
    svg('path', {class: 'spark-now', d: path(values, x, y)}),
    point === null || point === undefined ? null
      : svg('path', {class: 'spark-point', d: `M${x(chosen)} ${y(point)}h0.01`}));
}

/** How far down the hairline lies, 0 top to 1 bottom; null when it is not drawn. */
export function limitHeight(pollutant) {
  const {limit, ceiling} = scale(pollutant);
  return limit === null ? null : height(limit, ceiling) / HEIGHT;
}

function height(value, ceiling) {
  return HEIGHT - PAD - value / ceiling * (HEIGHT - 2 * PAD);
}

function scale(pollutant) {
  const values = numbers(pollutant.series);
  const before = numbers(pollutant.lastYear?.series ?? []);
  const limit = pollutant.limit ? Number(pollutant.limit.value) : null;
  const top = Math.max(1, ...[...values, ...before].filter(v => v !== null)) * 1.06;
  // The hairline joins the scale only when the values come near it: far below it, it would press them flat.
  const near = limit !== null && limit <= top * 2;
  return {values, before, limit: near ? limit : null, ceiling: near ? Math.max(top, limit * 1.04) : top};
}

/** One sentence made from the data, for those who cannot see the line. */
export function summary(pollutant) {
  const values = numbers(pollutant.series).filter(v => v !== null);
  if (values.length === 0) {
    return t('sparkEmpty', {name: pollutant.code});
  }
  const text = t('sparkSummary', {
    name: pollutant.code, least: Math.min(...values), most: Math.max(...values), unit: pollutant.unit, had: values.length,
  });
  return pollutant.lastYear?.value ? text + t('sparkLastYear', {value: pollutant.lastYear.value}) : text;
}

// Only for drawing: the figures themselves stay the strings they came as.
function numbers(series) {
  return series.map(v => v === null ? null : Number(v));
}

function path(values, x, y) {
  let d = '';
  let drawing = false;
  values.forEach((value, i) => {
    if (value === null) {
      drawing = false;
    } else {
      // a lone hour between two gaps is drawn as a dot
      d += `${drawing ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}${drawing ? '' : 'h0.01'}`;
      drawing = true;
    }
  });
  return d;
}
