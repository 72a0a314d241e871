// The cost calendar: a triangle a day, up for what it spent of the target, down for what it saved; its area is the cost.

import {walk} from './calendar.js';
import {el, replace, svg} from './dom.js';
import {figure} from './figure.js';
import {addDays, weekday} from './hours.js';
import {t} from './i18n.js';

/** A cost of this many µg/m³ of the annual mean fills a cell; the figure stands under a day from a tenth. */
const FULL = 0.5;
const NAMED = 0.1;
const HALF = 11;

/** @param open called with the date of the day that is to be opened; its receipt opens by ? */
export function costCalendar(account, open) {
  const byDate = new Map(account.days.map(day => [day.date, day]));
  const episodes = inEpisodes(account.episodes);
  const detail = el('p', {class: 'day-detail', id: 'cost-detail'});
  const names = t('months').split(' ');
  const grid = el('div', {class: 'cost-months', role: 'group', 'aria-label': `${summary(account)} ${t('costKeys')}`},
    names.map((name, i) => month(account, i + 1, name, byDate, episodes)));
  grid.addEventListener('keydown', event => walk(event, grid));
  const show = event => {
    const cell = event.target.closest('.day');
    if (cell) {
      describe(detail, cell.dataset.date, byDate.get(cell.dataset.date), episodes.get(cell.dataset.date));
    }
  };
  grid.addEventListener('click', event => {
    const cell = event.target.closest('.day');
    if (cell && cell.dataset.date <= account.as_of) {
      event.stopPropagation(); // not its receipt
      open(cell.dataset.date);
    }
  });
  grid.addEventListener('focusin', show);
  grid.addEventListener('pointerover', show);
  const cells = [...grid.querySelectorAll('.day')];
  const start = cells.filter(cell => cell.dataset.date <= account.as_of).at(-1) ?? cells[0];
  if (start) {
    start.tabIndex = 0;
    describe(detail, start.dataset.date, byDate.get(start.dataset.date), episodes.get(start.dataset.date));
  }
  return [grid, detail];
}

/** By date: which episode a day belongs to, and whether it begins or ends it. */
function inEpisodes(episodes) {
  const byDate = new Map();
  for (const episode of episodes) {
    for (let date = episode.first; date <= episode.last; date = addDays(date, 1)) {
      byDate.set(date, {episode, first: date === episode.first, last: date === episode.last});
    }
  }
  return byDate;
}

function month(account, number, name, byDate, episodes) {
  const first = `${account.year}-${String(number).padStart(2, '0')}-01`;
  const sum = account.months.find(each => each.month === first.slice(0, 7));
  const cells = [];
  for (let date = first; Number(date.slice(5, 7)) === number; date = addDays(date, 1)) {
    cells.push(cell(account, date, byDate.get(date), episodes.get(date), cells.length === 0 ? weekday(date) + 1 : null));
  }
  return el('div', {class: first > account.as_of ? 'cost-month not-yet' : 'cost-month'},
    el('h3', {}, el('span', {}, name), sum ? el('strong', {class: side(sum.cost), 'data-month': sum.month, 'data-value': sum.cost}, signed(sum.cost)) : null),
    el('div', {class: 'cost-days'}, cells));
}

function cell(account, date, day, episode, column) {
  const cost = day?.cost ?? null;
  let button;
  if (cost !== null) {
    const words = t('costDay', {date, value: day.value, cost: signed(cost)});
    button = figure(day.key, day.value, `${date} PM2.5`, {className: `day ${side(cost)}`, content: [triangle(Number(cost)), hundredths(cost)]});
    button.setAttribute('aria-label', words);
    button.title = words;
    button.dataset.cost = cost;
  } else {
    const toCome = date > account.as_of;
    const label = toCome ? date : t('costMissing', {date});
    button = el('button', {type: 'button', class: `day ${toCome ? 'to-come' : 'missing'}`, 'aria-label': label, title: label});
  }
  button.tabIndex = -1;
  button.dataset.date = date;
  if (column) {
    button.classList.add(`starts-${column}`);
  }
  if (episode) {
    button.classList.add('episode', ...[episode.first ? 'begins' : null, episode.last ? 'ends' : null].filter(Boolean));
    // Of one day the figure under it is the sum already, where one stands there.
    if (episode.last && (episode.episode.days > 1 || Math.abs(Number(cost)) < NAMED)) {
      button.append(el('small', {class: 'episode-sum', 'data-value': episode.episode.cost}, `Σ ${signed(episode.episode.cost)}`));
    }
  }
  return button;
}

/** Its area is the cost: the side grows with the root of it. */
function triangle(cost) {
  const size = HALF * Math.min(1.15, Math.sqrt(Math.abs(cost) / FULL));
  const up = cost > 0;
  const d = up ? `M0 ${-size}L${size} ${size}H${-size}Z` : `M0 ${size}L${size} ${-size}H${-size}Z`;
  return svg('svg', {class: 'triangle', viewBox: '-12 -13 24 26', 'aria-hidden': 'true'}, svg('path', {d}));
}

/** Only where it matters; in hundredths, for there is no room for more. */
function hundredths(cost) {
  return Math.abs(Number(cost)) < NAMED ? null : el('small', {class: 'hundredths', 'aria-hidden': 'true'}, signed((Number(cost) * 100).toFixed(0)));
}

function describe(detail, date, day, episode) {
  replace(detail,
    el('span', {class: 'part'}, date),
    day?.cost
      ? [el('span', {class: 'part'}, 'PM2.5 ', figure(day.key, day.value, `${date} PM2.5`, {unit: 'µg/m³'}), ' µg/m³'),
        el('span', {class: `part ${side(day.cost)}`}, t(Number(day.cost) > 0 ? 'spentBy' : 'savedBy', {cost: signed(day.cost)}))]
      : el('span', {class: 'part'}, t('missingMark')),
    episode ? el('span', {class: 'part'}, t('episode', {from: episode.episode.first, to: episode.episode.last,
      n: episode.episode.days, cost: signed(episode.episode.cost)})) : null);
}

function summary(account) {
  const dearest = account.dearest_days[0];
  return t('costSummary', {year: account.year, n: account.n, missing: account.days.length - account.n,
    date: dearest?.date ?? '–', cost: dearest ? signed(dearest.cost) : '–'});
}

/** The months as bars that add up to where the year stands: each begins where the one before ended. */
export function monthBars(account) {
  const ends = [];
  let sum = 0;
  for (const each of account.months) {
    ends.push([sum, sum += Number(each.cost)]);
  }
  const top = Math.max(0.2, ...ends.flat());
  const low = Math.min(0, ...ends.flat());
  const y = value => 20 + (top - value) / (top - low) * 88;
  const zero = y(0);
  const names = t('months').split(' ');
  return svg('svg', {class: 'month-bars', viewBox: '0 0 1200 136', role: 'img', 'aria-label': t('monthBars', {
    months: account.months.map(each => `${each.month} ${signed(each.cost)}`).join(', '), total: signed(account.cost)})},
  svg('line', {class: 'zero', x1: 0, x2: 1200, y1: zero, y2: zero}),
  account.months.map((each, i) => {
    const [from, to] = ends[i];
    const x = 14 + i * 90;
    return svg('g', {class: side(each.cost)},
      svg('rect', {x, y: Math.min(y(from), y(to)), width: 56, height: Math.max(1, Math.abs(y(from) - y(to)))}),
      svg('text', {x: x + 28, y: Math.min(y(from), y(to)) - 5}, signed(each.cost)),
      svg('text', {class: 'name', x: x + 28, y: 130}, names[Number(each.month.slice(5)) - 1]));
  }),
  svg('g', {class: `total ${side(account.cost)}`},
    svg('rect', {x: 1130, y: Math.min(zero, y(sum)), width: 56, height: Math.max(1, Math.abs(zero - y(sum)))}),
    svg('text', {x: 1158, y: Math.min(zero, y(sum)) - 5}, signed(account.cost)),
    svg('text', {class: 'name', x: 1158, y: 130}, t('soFar'))));
}

export function side(cost) {
  return Number(cost) > 0 ? 'spends' : 'saves';
}

/** With its sign, a true minus. */
export function signed(text) {
  const plain = String(text);
  return plain.startsWith('-') ? '−' + plain.slice(1) : Number(plain) === 0 ? plain : '+' + plain;
}
