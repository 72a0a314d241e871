// What accounts say in a sentence, and their figures with names.

import {signed} from './cost-calendar.js';
import {el} from './dom.js';
import {figure} from './figure.js';
import {t} from './i18n.js';
import './i18n-account.js';

export const isMean = view => view.indicator === 'pm25_mean';

/** Where an account stands, made of its figures. */
export function sentence(view) {
  return isMean(view) ? meanSentence(view) : daysSentence(view);
}

function meanSentence(view) {
  const last = view.outlooks.find(each => each.name === 'last_year');
  const rest = view.r === 0 ? t('accountOver', {mean: view.mean}) : t('accountRest', {r: view.r, allowed: view.allowed});
  const outlook = last && view.r > 0
    ? t('accountOutlook', {rest: last.rest, verdict: t('accountStatus_' + view.status),
      margin: t(last.margin.startsWith('-') ? 'marginOver' : 'marginLeft', {margin: last.margin.replace('-', '')})})
    : t('accountVerdict', {verdict: t('accountStatus_' + view.status)});
  return t('accountSpent', {spent: view.spent, target: plainNumber(view.target)}) + rest + outlook;
}

function daysSentence(view) {
  const last = view.outlooks.find(each => each.name === 'last_year');
  return t('days_' + view.indicator, {count: view.count, percentile: wholeOr(view.percentile_judged), target: plainNumber(String(view.target))})
    + daysRest(view) + (last ? t('daysOutlook', {end: last.end}) : '')
    + t('daysVerdict', {verdict: t('accountStatus_' + view.status)});
}

function daysRest(view) {
  if (view.r === 0) {
    return t('daysOver');
  }
  const ozone = view.indicator === 'o3_p90';
  if (ozone && view.safe) {
    return t('daysSafe', {r: view.r});
  }
  if (ozone ? view.left === null : view.left < 0) {
    return t('daysLost_' + view.indicator, {r: view.r, by: Math.abs(view.left ?? 0)});
  }
  return t('daysRest_' + view.indicator, {r: view.r, must: view.must_keep, left: Math.min(view.left, view.r), aqi: view.highest_aqi, others: view.highest_others});
}

/** 56.00 as it was written: 56. */
export function plainNumber(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function wholeOr(text) {
  return text === null || text === undefined ? '–' : plainNumber(text);
}

export function fact(name, value, unit) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value, ' ', el('small', {}, unit)));
}

/** A figure that no receipt explains; tests read data-account and data-value. */
export function plain(name, value) {
  return el('span', {'data-account': name, 'data-value': value ?? ''}, value === null || value === undefined ? '–' : name === 'difference' ? signed(value) : String(value).replace('-', '−'));
}

/** A figure of the account with its receipt; of a target that somebody only asked about there is none. */
export function explained(view, receipt, name, value, label, unit = '') {
  const key = view.receipts?.[receipt];
  if (!key || value === null || value === undefined) {
    return plain(name, value);
  }
  const button = figure(key, value, label, {unit, content: String(value).replace('-', '−')});
  button.dataset.account = name;
  return button;
}

/** A target's value as it was written, its days in the reader's word. */
export function written(view) {
  return view.target_written.replace(/ d$/, ' ' + t('dayUnit'));
}

/** Good days, heavy days, ozone: the name of a target's account. */
export function title(view) {
  return t('title_' + view.indicator);
}
