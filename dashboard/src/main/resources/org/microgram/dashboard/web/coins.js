// The coins: one is 1 µg/m³ of the annual mean. A row of as many as the target has, filled from the left as the year spends them.

import {el, svg} from './dom.js';
import {t} from './i18n.js';

const RADIUS = 13;
const CENTRE = 42;

/** Rows drawn so far: clips need names of their own, for one of a hidden row clips nothing. */
let rows = 0;

/** @param account the answer of /api/account; label what those hear who cannot see it */
export function coins(account, label) {
  const all = account.coin_parts.length;
  const pins = [
    {at: account.last_year_spent, word: 'pinLastYear', side: 'above'},
    {at: account.path, word: 'pinPath', side: 'below'},
  ].filter(pin => pin.at !== null && pin.at !== undefined && Number(pin.at) < all);
  const name = `coins-${++rows}`;
  const row = el('div', {class: 'coins', role: 'img', 'aria-label': label, 'data-coins': account.coins.join(' ')},
    account.coin_parts.map((part, k) => coin(part, k, pins, `${name}-${k}`)));
  row.style.setProperty('--coins', all);
  return row;
}

function coin(part, k, pins, clip) {
  const filled = Number(part.used);
  const limit = Math.min(filled, Number(part.over_limit));
  const date = part.used_up;
  const words = date ? t('coinUsed', {n: k + 1, date}) : null;
  return svg('svg', {class: `coin ${part.beyond ? 'over' : ''}`, viewBox: '0 0 30 92', 'aria-hidden': 'true'},
    words ? svg('title', {}, words) : null,
    svg('clipPath', {id: clip}, svg('circle', {cx: 15, cy: CENTRE, r: RADIUS})),
    svg('circle', {class: 'coin-ground', cx: 15, cy: CENTRE, r: RADIUS}),
    svg('g', {'clip-path': `url(#${clip})`},
      filled > 0 ? svg('rect', {class: 'coin-fill', ...band(filled)}) : null,
      // The share of it that days over the daily limit spent, from the bottom.
      limit > 0 ? [svg('rect', {class: 'coin-limit', ...band(limit)}), hatch(limit)] : null),
    svg('circle', {class: 'coin-edge', cx: 15, cy: CENTRE, r: RADIUS}),
    date ? svg('text', {class: 'coin-date', x: 15, y: 69}, shortDate(date)) : null,
    pins.filter(pin => Math.floor(Number(pin.at)) === k).map(pin => pinIn(pin, Number(pin.at) - k)));
}

function band(share) {
  const height = share * 2 * RADIUS;
  return {x: 0, y: CENTRE + RADIUS - height, width: 30, height};
}

/** Slanted lines: what must not be told by colour alone. */
function hatch(share) {
  const top = CENTRE + RADIUS - share * 2 * RADIUS;
  let lines = '';
  for (let x = -30; x < 30; x += 6) {
    lines += `M${x} ${CENTRE + RADIUS}l${2 * RADIUS} ${-2 * RADIUS}`;
  }
  return svg('svg', {x: 0, y: top, width: 30, height: CENTRE + RADIUS - top, viewBox: `0 ${top} 30 ${CENTRE + RADIUS - top}`},
    svg('path', {class: 'coin-hatch', d: lines}));
}

function pinIn(pin, share) {
  const x = 2 + share * 26;
  const above = pin.side === 'above';
  const text = `${t(pin.word)} ${pin.at}`;
  return svg('g', {class: `pin ${pin.side}`},
    svg('path', {d: above ? `M${x} 16V58` : `M${x} 26V76`}),
    svg('text', {x, y: above ? 12 : 88}, text));
}

/** 2020-01-10 as 1/10. */
export function shortDate(date) {
  const [, month, day] = date.split('-').map(Number);
  return `${month}/${day}`;
}
