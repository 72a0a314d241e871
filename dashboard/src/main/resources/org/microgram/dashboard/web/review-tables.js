// The two tables of a review: hours that wait, and how far each day is. A reason has a sign and a word besides its colour.

import {el, replace} from './dom.js';
import {figure} from './figure.js';
import {nameOf, t} from './i18n.js';

/** What takes a person's judgement comes before what is merely missing. */
export const ORDER = ['proposed', 'returned', 'suspect', 'outlier', 'missing'];

const SIGNS = {proposed: '+', returned: '↩', suspect: '?', outlier: '≠', missing: '–'};
const STATES = ['raw', 'first', 'second', 'final'];
const SIX = 6;
const HOUR = 3600_000;

/**
 * Tasks as rows. Hours one after another that lack the same parameters, or that are suspect alike with the same value, are one row: a silent
 * station or a stuck instrument is one line and not hundreds.
 */
export function gather(tasks) {
  const rows = [];
  const open = new Map();
  for (const hour of [...missingHours(tasks), ...tasks.filter(task => task.why !== 'missing').map(task => ({...task, parameters: [task.parameter]}))]) {
    const alike = [hour.station, hour.hour.slice(0, 10), hour.why, hour.parameters, hour.value, hour.invalid, hour.flags, hour.state, hour.by, hour.note].join('|');
    const before = hour.proposal ? null : open.get(alike);
    if (before?.next === Date.parse(hour.start)) {
      before.to = hour.hour;
      before.hours++;
      before.after = hour.after;
      before.seen = together(before.seen, hour.seen);
      before.overdue ||= hour.overdue;
      before.next += HOUR;
    } else {
      const row = {...hour, id: `${hour.station} ${hour.hour} ${hour.parameters.join()}`, to: hour.hour, hours: 1, next: Date.parse(hour.start) + HOUR};
      open.set(alike, row);
      rows.push(row);
    }
  }
  return rows.sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || a.start.localeCompare(b.start) || a.station.localeCompare(b.station));
}

/** What was seen of several hours is the exclusive or of what was seen of each. */
function together(a, b) {
  return (BigInt('0x' + a) ^ BigInt('0x' + b)).toString(16).padStart(16, '0');
}

/** What is missing of one station's hour stands together. */
function missingHours(tasks) {
  const hours = new Map();
  for (const task of tasks.filter(each => each.why === 'missing')) {
    const key = `${task.station} ${task.hour}`;
    const known = hours.get(key);
    if (known) {
      known.parameters.push(task.parameter);
      known.overdue ||= task.overdue;
      known.seen = together(known.seen, task.seen);
    } else {
      hours.set(key, {...task, parameters: [task.parameter]});
    }
  }
  return [...hours.values()];
}

/** @param chosen called after a row was selected or not */
export function showTasks(host, rows, more, selected, chosen) {
  const days = new Set(rows.map(row => row.hour.slice(0, 10)));
  const table = el('table', {class: 'review-table'},
    el('thead', {}, el('tr', {}, ['', 'station', 'hour', 'parameter', 'why', 'neighbours', 'stateAndWho', 'due', 'noteHead'].map(name =>
      el('th', {scope: 'col', class: name === 'neighbours' ? null : 'words'}, name ? t(name) : el('span', {class: 'unseen'}, t('selected', {n: selected.size})))))),
    el('tbody', {}, rows.map(row => taskRow(row, days.size > 1, selected, chosen))));
  table.addEventListener('keydown', walk);
  replace(host, rows.length === 0 ? el('p', {class: 'note'}, t('reviewNothing')) : el('div', {class: 'review-scroll'}, table),
    more > 0 ? el('p', {class: 'warn'}, t('reviewMore', {n: more})) : null,
    rows.length === 0 ? null : el('p', {class: 'note keys'}, t('reviewKeys')));
}

/** @param dated whether the rows are of several days */
function taskRow(row, dated, selected, chosen) {
  const name = `${nameOf(row)} ${span(row)} ${row.parameters.join(' ')}`;
  const box = el('input', {type: 'checkbox', 'aria-label': t('selectHour', {name}), 'data-row': row.id});
  box.checked = selected.has(row.id);
  const line = el('tr', {class: box.checked ? 'chosen' : '', 'data-why': row.why, 'data-hour': row.hour},
    el('td', {class: 'pick'}, box),
    el('th', {scope: 'row', class: 'words'}, nameOf(row)),
    el('td', {class: 'words'}, dated ? span(row) : span(row).slice(11), row.hours > 1 ? el('small', {}, ' ' + t('hoursLong', {n: row.hours})) : null),
    el('td', {class: 'words'}, row.parameters.length === SIX ? t('allSix') : row.parameters.join(' ')),
    el('td', {class: 'words'}, why(row)),
    el('td', {class: 'values'}, values(row)),
    el('td', {class: 'words'}, t('state_' + row.state), row.by ? el('small', {}, ' ' + row.by) : null),
    el('td', {class: row.overdue ? 'words warn' : 'words'}, row.deadline.slice(0, 10), row.overdue ? el('small', {}, ' ' + t('overdue')) : null),
    el('td', {class: 'words note-cell'}, note(row)));
  box.addEventListener('change', () => {
    box.checked ? selected.add(row.id) : selected.delete(row.id);
    line.classList.toggle('chosen', box.checked);
    chosen();
  });
  return line;
}

/** 2019-02-12 08时–12时: hours by their ends, as everywhere. */
function span(row) {
  const [date, hour] = row.hour.split('T');
  const last = row.to.split('T')[1];
  return `${date} ${t('hourAt', {hour})}${last === hour ? '' : '–' + t('hourAt', {hour: last})}`;
}

function why(row) {
  return [el('span', {class: `why why-${row.why}`, 'aria-hidden': 'true'}, SIGNS[row.why]), ' ', t('why_' + row.why),
    row.flags.length > 0 ? el('small', {class: 'flags'}, row.flags.map(flag => t('flag_' + flag)).join(' · ')) : null];
}

function values(row) {
  if (row.parameters.length > 1) {
    return '–';
  }
  const own = row.invalid ? t('invalidValue') : figure(row.key, row.value, `${nameOf(row)} ${row.parameter} ${row.hour}`, {unit: row.unit});
  return [el('span', {class: 'beside'}, row.before ?? '–'), ' · ', own, ' · ', el('span', {class: 'beside'}, row.after ?? '–'),
    el('small', {class: 'unit'}, ' ' + row.unit)];
}

function note(row) {
  if (row.proposal) {
    const p = row.proposal;
    return [t('proposes', {by: p.by, value: p.value ?? t('invalidValue'), reason: p.reason}), p.pastLock ? el('small', {}, ' ' + t('pastLock')) : null];
  }
  return row.note;
}

/** The arrows go from row to row; the space bar selects, as in every list of boxes. */
function walk(event) {
  const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
  if (!step || event.target.type !== 'checkbox') {
    return;
  }
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll('input[type=checkbox]')];
  boxes[Math.max(0, Math.min(boxes.length - 1, boxes.indexOf(event.target) + step))].focus();
}

/** @param now the platform's time: a day that is not over cannot be passed; @param decide called with a decision on a whole day */
export function showDays(host, days, now, may, decide) {
  replace(host, el('h2', {}, t('reviewDays')), el('div', {class: 'review-scroll'}, el('table', {class: 'review-table'},
    el('thead', {}, el('tr', {}, ['station', 'date', 'states', 'stateAndWho', 'due', ''].map(name =>
      el('th', {scope: 'col', class: 'words'}, name ? t(name) : '')))),
    el('tbody', {}, days.map(day => dayRow(day, now, may, decide))))));
}

function dayRow(day, now, may, decide) {
  const over = Date.parse(`${day.date}T00:00:00+08:00`) + 24 * HOUR <= Date.parse(now);
  const act = (action, word) => {
    const button = el('button', {type: 'button', class: 'quiet', 'data-act': action,
      'aria-label': `${nameOf(day)} ${day.date} ${t(word)}`}, t(word));
    button.addEventListener('click', () => decide({action, station: day.station, from: day.date, seen: day.seen}));
    return button;
  };
  const total = day.states.reduce((sum, n) => sum + n, 0);
  return el('tr', {'data-day': `${day.station} ${day.date}`, 'data-lock': day.lock ? day.lock.by : ''},
    el('th', {scope: 'row', class: 'words'}, nameOf(day)),
    el('td', {class: 'words'}, day.date),
    el('td', {class: 'words'}, el('span', {class: 'bar', 'aria-hidden': 'true'}, STATES.map((state, i) => share(state, day.states[i], total))),
      ' ', STATES.filter((state, i) => day.states[i] > 0).map(state => `${t('state_' + state)} ${day.states[STATES.indexOf(state)]}`).join(' · ') || '–'),
    el('td', {class: 'words'}, day.lowest ? t('state_' + day.lowest) : '–', day.by.length ? el('small', {}, ' ' + day.by.join(', ')) : null),
    el('td', {class: day.overdue ? 'words warn' : 'words'}, day.lock ? [el('strong', {}, t('locked')), el('small', {}, ` ${day.lock.by} ${day.lock.at.slice(0, 10)}: ${day.lock.reason}`)]
      : [day.deadline.slice(0, 10), day.overdue ? el('small', {}, ' ' + t('overdue')) : null]),
    el('td', {class: 'day-acts'}, day.lock ? (may.approve ? act('reopen', 'actReopen') : null)
      : [may.review && over && day.lowest && day.lowest !== 'final' ? act('pass', 'actPassDay') : null,
        may.approve && day.lowest === 'final' ? act('lock', 'actLock') : null]));
}

/** Twelfths of the bar: a style may not be written into the page, so each width has a class. */
function share(state, n, total) {
  const twelfths = total === 0 ? 0 : Math.round(n / total * 12);
  return twelfths === 0 ? null : el('i', {class: `share state-${state} of-${twelfths}`});
}
