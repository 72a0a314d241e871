// The head of the review: air or water, whose values, from when to when, and what of it is listed.

import {el} from './dom.js';
import {addDays} from './hours.js';
import {inChinese, nameOf, t} from './i18n.js';
import {ORDER} from './review-rows.js';
import {sign} from './review-tables.js';

/**
 * @param asks {of, subject, from, to, byHand, why}: what is looked at
 * @param known {now: the city's hour, null without air; names: what waters there are, null until known}
 * @param go called with what changes
 */
export function head(asks, known, queue, go) {
  const {from, to} = asks;
  const water = asks.of === 'water';
  return [
    el('h2', {}, t(water ? 'reviewTitleWater' : 'reviewTitle')),
    sentence(asks, queue, go),
    el('form', {class: 'review-asks'},
      kinds(asks, go),
      water ? waters(asks.subject, known.names, go) : known.now ? stations(asks.subject, known.now, go) : null,
      water ? hand(asks.byHand, go) : null,
      from ? [day('reviewFrom', from, value => go({from: value, to: value > to ? value : to})),
        day('reviewTo', to, value => go({to: value, from: value < from ? value : from})),
        step('←', 'dayBefore', -1, asks, go), step('→', 'dayAfter', 1, asks, go)] : null),
  ];
}

/** How many wait for which reason; each is a switch that lists only those. */
function sentence({why}, queue, go) {
  if (!queue) {
    return el('p', {class: 'review-sentence'}, t('loading'));
  }
  const counts = {...queue.counts, ...(queue.holes?.length ? {hole: queue.holes.length} : {})};
  const n = Object.values(queue.counts).reduce((sum, each) => sum + each, 0);
  const overdue = queue.overdue + (queue.holes ?? []).filter(hole => hole.overdue).length;
  return el('p', {class: 'review-sentence', 'data-tasks': n},
    n === 0 && !counts.hole ? t('reviewNothing') : [t('reviewSentence', {n}), ' ', ORDER.filter(each => counts[each] > 0).map(each => {
      const button = el('button', {type: 'button', class: 'quiet reason', 'data-reason': each, 'aria-pressed': String(why === each)},
        sign(each), ` ${t('why_' + each)} ${counts[each]}`);
      button.addEventListener('click', () => go({why: why === each ? null : each}, false));
      return button;
    })].flat(),
    overdue > 0 ? el('strong', {class: 'warn'}, ' ' + t('reviewOverdue', {n: overdue})) : null);
}

function kinds({of}, go) {
  return el('span', {class: 'review-kinds', role: 'group', 'aria-label': t('reviewKind')}, ['air', 'water'].map(kind => {
    const button = el('button', {type: 'button', class: 'quiet', 'data-of': kind, 'aria-pressed': String(of === kind)}, t('kind_' + kind));
    button.addEventListener('click', () => of === kind || go({of: kind, subject: null, from: null, to: null, byHand: null, why: null}));
    return button;
  }));
}

function stations(subject, {city, stations: all}, go) {
  return choice(subject, go, [
    el('option', {value: city.id}, t('reviewCity', {name: nameOf(city)})), sorted(all).map(option),
  ].flat());
}

function waters(subject, names, go) {
  if (!names) {
    return null;
  }
  const provinces = [...new Set(names.sections.map(section => section.province))].sort((a, b) => a.localeCompare(b, 'zh'));
  return choice(subject, go, [
    names.basins.map(each => el('option', {value: each.id}, t('reviewAllSections', {name: nameOf(each)}))),
    group(t('rivers'), sorted(names.rivers).map(each => el('option', {value: each.id}, t('reviewAllSections', {name: nameOf(each)})))),
    provinces.map(province => group(province, sorted(names.sections.filter(section => section.province === province)).map(option))),
  ].flat());
}

const sorted = things => [...things].sort((a, b) => nameOf(a).localeCompare(nameOf(b), inChinese() ? 'zh' : 'en'));
const option = thing => el('option', {value: thing.id}, nameOf(thing));
const group = (label, options) => el('optgroup', {label}, options);

function choice(subject, go, options) {
  const select = el('select', {name: 'subject'}, options);
  if (![...select.options].some(each => each.value === subject)) {
    select.prepend(el('option', {value: subject ?? ''}, subject ?? '–'));
  }
  select.value = subject ?? '';
  select.addEventListener('change', () => go({subject: select.value}));
  return el('label', {}, t('reviewOf'), ' ', select);
}

/** One decision is about samples of one kind or the other. */
function hand(byHand, go) {
  const select = el('select', {name: 'byHand'}, el('option', {value: ''}, t('source_automatic')), el('option', {value: '1'}, t('source_manual')));
  select.value = byHand ? '1' : '';
  select.addEventListener('change', () => go({byHand: select.value || null}));
  return el('label', {}, t('hadSamples'), ' ', select);
}

function day(word, value, chosen) {
  const input = el('input', {type: 'date', value: value.slice(0, 10), required: true, name: word});
  input.addEventListener('change', () => input.value && chosen(input.value));
  return el('label', {}, t(word), ' ', input);
}

function step(mark, word, days, {from, to}, go) {
  const button = el('button', {type: 'button', class: 'quiet', title: t(word), 'aria-label': t(word)}, mark);
  button.addEventListener('click', () => go({from: addDays(from.slice(0, 10), days), to: addDays(to.slice(0, 10), days)}));
  return button;
}
