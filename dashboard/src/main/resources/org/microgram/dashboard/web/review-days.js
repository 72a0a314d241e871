// How far each day is: its values by state, who took it there, by when the next review is due, and what may be done with the whole day.

import {el, replace} from './dom.js';
import {nameOf, t} from './i18n.js';
import {againstPass} from './review-people.js';

const STATES = ['raw', 'first', 'second', 'final'];
const DAY = 24 * 3600_000;

/**
 * @param queue the answer of the server; its now is the platform's time: a day that is not over cannot be passed
 * @param decide called with a decision on a whole day
 */
export function showDays(host, queue, decide) {
  const place = queue.days[0]?.section ? 'section' : 'station';
  const many = new Set(queue.days.map(day => day[place])).size;
  replace(host, el('h2', {}, t('reviewDays'), many > 1 ? el('small', {}, ` ${t('placesLong', {n: many})}`) : null),
    queue.days.length === 0 ? el('p', {class: 'note'}, t('noDays')) : el('div', {class: 'review-scroll'}, el('table', {class: 'review-table'},
      el('thead', {}, el('tr', {}, [place, 'date', place === 'section' ? 'statesOfSamples' : 'states', 'stateAndWho', 'due', ''].map(name =>
        el('th', {scope: 'col', class: 'words'}, name ? t(name) : '')))),
      el('tbody', {}, queue.days.map(day => dayRow(day, queue, decide))))));
}

function dayRow(day, queue, decide) {
  const total = day.states.reduce((sum, n) => sum + n, 0);
  return el('tr', {'data-day': `${day.station ?? day.section} ${day.date}`, 'data-lock': day.lock ? day.lock.by : ''},
    el('th', {scope: 'row', class: 'words'}, nameOf(day)),
    el('td', {class: 'words'}, day.date),
    el('td', {class: 'words'}, el('span', {class: 'bar', 'aria-hidden': 'true'}, STATES.map((state, i) => share(state, day.states[i], total))),
      ' ', STATES.map((state, i) => day.states[i] > 0 ? `${t('state_' + state)} ${day.states[i]}` : null).filter(Boolean).join(' · ') || '–'),
    el('td', {class: 'words'}, day.lowest ? t('state_' + day.lowest) : '–', day.by.length ? el('small', {}, ' ' + day.by.join(', ')) : null),
    el('td', {class: day.overdue ? 'words warn' : 'words'}, day.lock ? [el('strong', {}, t('locked')), el('small', {}, ` ${day.lock.by} ${day.lock.at.slice(0, 10)}: ${day.lock.reason}`)]
      : [day.deadline.slice(0, 10), day.overdue ? el('small', {}, ' ' + t('overdue')) : null]),
    el('td', {class: 'day-acts'}, acts(day, queue, decide)));
}

/** What the server says is possible, and why not where the page knows. */
function acts(day, {may, now, byHand}, decide) {
  // A section's day is locked with all its samples, those by hand too: where the others are seen.
  const locks = may.lock && !byHand;
  const over = Date.parse(`${day.date}T00:00:00+08:00`) + DAY <= Date.parse(now);
  const act = (action, word, against = null) => {
    const button = el('button', {type: 'button', class: 'quiet', 'data-act': action, disabled: against !== null, title: against,
      'aria-label': [nameOf(day), day.date, t(word), against].filter(Boolean).join(' ')}, t(word));
    button.addEventListener('click', () => decide({action, ...(day.section ? {section: day.section, ...(byHand ? {byHand} : {})} : {station: day.station}), from: day.date, seen: day.seen}));
    return [button, against === null ? null : el('small', {class: 'against', 'aria-hidden': 'true'}, against)];
  };
  if (day.lock) {
    return locks ? act('reopen', 'actReopen') : null;
  }
  return [may.review && over && day.lowest && day.lowest !== 'final' ? act('pass', 'actPassDay', againstPass(day.lowest, day.by, may)) : null,
    locks && day.lowest === 'final' ? act('lock', 'actLock') : null].flat();
}

/** Twelfths of the bar: a style may not be written into the page, so each width has a class. */
function share(state, n, total) {
  const twelfths = total === 0 ? 0 : Math.round(n / total * 12);
  return twelfths === 0 ? null : el('i', {class: `share state-${state} of-${twelfths}`});
}
