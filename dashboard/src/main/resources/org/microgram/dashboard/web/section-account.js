// The account of a section: for what misses its target, the mean that the rest must keep, and what cost it most.

import {el} from './dom.js';
import {t} from './i18n.js';
import {classSymbol, exactly, parameterName} from './water.js';

const DEAREST = 5;

/** @param section the answer of /api/section */
export function accounts(section) {
  const year = section.accountsOfYear.map(account => sentences(section, account, 'year'));
  const month = section.accountsOfMonth.map(account => sentences(section, account, 'month'));
  if (!section.target) {
    return [el('p', {class: 'note'}, t('accountNoTarget'))];
  }
  if (!section.standsAt) {
    return [el('p', {class: 'note'}, t('why_no_row'))];
  }
  return [...part(t('accountYear', {month: section.standsAt}), year), ...part(t('accountMonth', {month: section.standsAt}), month)];
}

function part(title, lines) {
  return [el('h3', {}, title), lines.length ? el('ul', {class: 'accounts'}, lines) : el('p', {class: 'note'}, t('accountKept'))];
}

function sentences(section, account, span) {
  const unit = section.limits.find(each => each.parameter === account.parameter)?.unit.replace(/^1$/, '') ?? '';
  const sign = account.direction === 'at_most' ? '≤' : '≥';
  const key = `${section.id} ${span} ${account.parameter}`;
  return el('li', {},
    el('p', {}, parameterName(account.parameter), ' ', exactly(account.mean, account.meanExact, key + ' mean'), ` ${unit}`, t('pause'),
      t('accountLimit', {symbol: classSymbol(account.target)}), ` ${sign} ${account.limit}`, t('pause'), ...must(account, key, sign, unit, span)),
    account.dearest.length ? el('p', {class: 'note'}, t('dearest'), ' ', account.dearest.slice(0, DEAREST)
      .map(cost => `${span === 'year' ? cost.from.slice(0, 7) : cost.from} ${cost.value}${cost.amount ? ` (${cost.amount})` : ''}`).join(t('listComma'))) : null);
}

function must(account, key, sign, unit, span) {
  if (account.outlook !== 'reachable') {
    return [el('b', {'data-account': key + ' outlook', 'data-value': account.outlook}, t('outlook_' + account.outlook))];
  }
  return [t(span === 'year' ? 'restMonths' : 'restDays', {n: account.rest}), ` ${sign} `,
    exactly(account.mustKeep, account.mustKeepExact, key + ' keep'), ` ${unit}`];
}
