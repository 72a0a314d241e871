// The table of what waits: hours of stations or samples of sections. A reason has a sign and a word besides its colour.

import {el, replace} from './dom.js';
import {figure} from './figure.js';
import {nameOf, t} from './i18n.js';
import {parameterName, unitShown} from './water.js';

const SIGNS = {proposed: '+', returned: '↩', suspect: '?', outlier: '≠', missing: '–', hole: '○', due: '…'};
const SIX = 6;
const SAMPLES_EVERY = 4;
/** Where in a date the month begins. */
const MONTH_AT = 5;

/** Of the air and of water: the head of each column, and what stands in it. */
const COLUMNS = {
  air: {station: place, hour: span, parameter, why, neighbours, stateAndWho, due, noteHead: note},
  water: {section: place, sampleTime: span, parameter, why, neighbours, waitsFor: row => row.why === 'hole' ? [keeper(row), limit(row)] : [stateAndWho(row), limit(row), under(note(row))]},
};

export const sign = why => el('span', {class: `why why-${why}`, 'aria-hidden': 'true'}, SIGNS[why]);

/**
 * @param kind air or water; more: how many were left out, unlisted: how many are due that only their days tell of; selected: ids of the selected rows
 * @param actions {chosen(): after a row was selected or not, looked(row): after the keyboard or the hand came to one}
 */
export function showTasks(host, kind, rows, {more, unlisted}, selected, actions) {
  const columns = COLUMNS[kind];
  const dated = new Set(rows.map(row => row.hour.slice(0, 10))).size > 1;
  const table = el('table', {class: `review-table of-${kind}`},
    el('thead', {}, el('tr', {}, ['', ...Object.keys(columns)].map(name =>
      el('th', {scope: 'col', class: name === 'neighbours' ? null : 'words'}, name ? t(name) : el('span', {class: 'unseen'}, t('selected', {n: selected.size})))))),
    el('tbody', {}, rows.map(row => taskRow(row, columns, dated, selected, actions))));
  table.addEventListener('keydown', walk);
  replace(host, rows.length === 0 ? unlisted > 0 ? null : el('p', {class: 'note'}, t('reviewNothing')) : el('div', {class: 'review-scroll'}, table),
    more > 0 ? el('p', {class: 'warn'}, t('reviewMore', {n: more})) : null,
    unlisted > 0 ? el('p', {class: 'note'}, t('reviewUnlisted', {n: unlisted})) : null,
    rows.length === 0 ? null : el('p', {class: 'note keys'}, t(kind === 'water' ? 'reviewKeysWater' : 'reviewKeys')));
}

/** @param dated whether the rows are of several days */
function taskRow(row, columns, dated, selected, {chosen, looked}) {
  const box = row.why === 'hole' ? el('button', {type: 'button', class: 'look', 'aria-label': t('lookAt', {name: nameIn(row)}), 'data-row': row.id}, '›')
    : el('input', {type: 'checkbox', 'aria-label': t('selectHour', {name: nameIn(row)}), 'data-row': row.id});
  box.checked = selected.has(row.id);
  const line = el('tr', {class: box.checked ? 'chosen' : '', 'data-why': row.why, 'data-hour': row.hour},
    el('td', {class: 'pick'}, box),
    Object.entries(columns).map(([name, content]) => el(content === place ? 'th' : 'td',
      {scope: content === place ? 'row' : null, class: `${name === 'neighbours' ? 'values' : 'words'}${name === 'due' && row.overdue ? ' warn' : ''}${name === 'noteHead' ? ' note-cell' : ''}`},
      content(row, dated))));
  box.addEventListener('change', () => {
    box.checked ? selected.add(row.id) : selected.delete(row.id);
    line.classList.toggle('chosen', box.checked);
    chosen();
  });
  line.addEventListener('focusin', () => looked(row));
  line.addEventListener('click', () => looked(row));
  return line;
}

/** Shows which row the panel beside is about. */
export function markLooked(host, id) {
  host.querySelectorAll('tbody tr').forEach(line => {
    const here = line.querySelector('[data-row]').dataset.row === id;
    line.classList.toggle('looked', here);
    here ? line.setAttribute('aria-current', 'true') : line.removeAttribute('aria-current');
  });
}

const nameIn = row => `${nameOf(row)} ${spanText(row)} ${row.parameters.join(' ')}`.trim();

function place(row) {
  return row.province ? [nameOf(row), el('small', {}, ' ' + row.province)] : nameOf(row);
}

function span(row, dated) {
  return [spanText(row, !dated ? null : row.section ? MONTH_AT : 0), row.hours > 1 ? el('small', {}, ' ' + t(row.section ? 'samplesLong' : 'hoursLong', {n: row.hours})) : null];
}

/**
 * 2019-02-12 08时–12时: hours by their ends, as everywhere. A sample has its moment; a day that lacks some is a day.
 *
 * @param from where in the date it begins; null without the date
 */
export function spanText(row, from = 0) {
  const [date, first] = row.hour.split('T');
  if (!first) {
    return date.slice(from ?? MONTH_AT);
  }
  const last = row.to.split('T')[1];
  return `${from === null ? '' : date.slice(from) + ' '}${clock(row, first)}${last === first ? '' : '–' + clock(row, last)}`;
}

function clock(row, text) {
  if (!row.section) {
    return t('hourAt', {hour: text});
  }
  const [moment, byHand] = text.split('/');
  return byHand ? `${moment} ${t('sampledByHand')}` : moment;
}

function parameter(row) {
  if (row.why === 'hole') {
    return t('samplesLack', {n: row.lack.length, expected: row.expected});
  }
  if (!row.section) {
    return row.parameters.length === SIX ? t('allSix') : row.parameters.join(' ');
  }
  return row.parameters.length > 3 ? [t('parametersLong', {n: row.parameters.length}), under(row.parameters.map(parameterName).join(t('listComma')))]
    : [row.parameters.map(parameterName).join(t('listComma')), el('small', {class: 'unit'}, ' ' + unitShown(row.unit))];
}

function why(row) {
  return [sign(row.why), ' ', t('why_' + row.why),
    row.flags?.length > 0 ? el('small', {class: 'flags'}, row.flags.map(flag => t('flag_' + flag)).join(' · ')) : null,
    row.why === 'hole' ? el('small', {class: 'flags'}, row.said ? t('said_' + row.said) : t('said_nothing')) : null];
}

function neighbours(row) {
  if (row.why === 'hole') {
    return strip(row);
  }
  if (row.parameters.length > 1) {
    return '–';
  }
  const own = row.invalid ? t('invalidValue') : figure(row.key, row.value, `${nameOf(row)} ${row.parameter} ${row.hour}`, {unit: row.unit});
  if (row.section) {
    return [own, el('small', {class: 'flags'}, t('beforeAndAfter', {before: row.before ?? '–', after: row.after ?? '–'}))];
  }
  return [el('span', {class: 'beside'}, row.before ?? '–'), ' · ', own, ' · ', el('span', {class: 'beside'}, row.after ?? '–'),
    el('small', {class: 'unit'}, ' ' + row.unit)];
}

/** The six samples of a day: filled came, hollow did not, a point is to come. */
function strip(row) {
  const hours = Array.from({length: SIX}, (unused, i) => i * SAMPLES_EVERY);
  const lack = row.lack.map(hour => `${String(hour).padStart(2, '0')}:00`).join(t('listComma'));
  return [el('span', {class: 'sample-strip', 'aria-hidden': 'true'}, hours.map((hour, i) => row.lack.includes(hour) ? '○' : i < row.expected ? '●' : '·').join('')),
    el('small', {class: 'flags'}, lack)];
}

function stateAndWho(row) {
  return el('span', {}, t('state_' + row.state), row.by ? el('small', {}, ' ' + row.by) : null);
}

const keeper = row => el('span', {}, `${t('responsible')} ${row.responsible ?? t('responsibleNone')}`);

function due(row) {
  return [row.deadline.slice(0, 10), row.overdue ? el('small', {}, ' ' + t('overdue')) : null];
}

/** For whom it waits, and until when. */
const limit = row => el('small', {class: row.overdue ? 'flags warn' : 'flags'}, [row.why === 'hole' ? null : t(row.proposal ? 'waits_proposed' : 'waits_' + row.state),
  t('dueBy', {date: row.deadline.slice(5, 16).replace('T', ' ')})].filter(Boolean).join(t('pause')), row.overdue ? ' ' + t('overdue') : '');

const under = said => said && said.length ? el('small', {class: 'flags'}, said) : null;

function note(row) {
  if (row.proposal) {
    const p = row.proposal;
    return [t('proposes', {by: p.by, value: p.value ?? t('invalidValue'), reason: p.reason}), p.pastLock ? el('small', {}, ' ' + t('pastLock')) : null];
  }
  return row.note ?? '';
}

/** The arrows go from row to row; the space bar selects, as in every list of boxes. */
function walk(event) {
  const step = {ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity}[event.key];
  if (!step || !event.target.dataset.row) {
    return;
  }
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll('[data-row]')];
  boxes[Math.max(0, Math.min(boxes.length - 1, boxes.indexOf(event.target) + step))].focus();
}
