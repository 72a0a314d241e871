// What was published beside what we compute, with the reason wherever they differ.

import {el, replace} from './dom.js';
import {figure} from './figure.js';
import {pick, t} from './i18n.js';

export function showPublished(host, comparisons) {
  const head = el('div', {class: 'panel-head'}, el('h2', {}, t('published')));
  if (comparisons.length === 0) {
    replace(host, head, el('p', {class: 'note'}, t('noComparisons')));
    return;
  }
  replace(host, head, el('div', {class: 'table-wide'}, el('table', {class: 'comparisons'},
    el('thead', {}, el('tr', {}, ['what', 'publishedHead', 'ours', 'difference', 'reason'].map(name =>
      el('th', {scope: 'col', class: name === 'what' || name === 'reason' ? 'words' : null}, t(name))))),
    el('tbody', {}, comparisons.map(row)))));
}

function row(c) {
  const name = pick(c, 'what');
  const reason = pick(c, 'reason');
  return el('tr', {class: reason ? 'differs' : 'equals'},
    el('th', {scope: 'row', class: 'words'}, name),
    el('td', {title: c.source}, c.published ?? '–'),
    el('td', {class: 'ours'}, c.oursKey ? figure(c.oursKey, c.ours, name) : c.ours ?? '–'),
    el('td', {class: 'difference'}, c.difference ?? '–'),
    el('td', {class: 'words'}, reason || t('equal'), el('small', {class: 'source'}, c.source ?? '')));
}
