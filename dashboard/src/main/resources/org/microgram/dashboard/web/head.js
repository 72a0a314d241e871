// The first row: which city, what time it is for the data, and how the platform itself is.

import {el, replace} from './dom.js';
import {clockSpan} from './hours.js';
import {nameOf, t} from './i18n.js';

/** @param actions {language()}; page: which one is shown, null for the wall */
export function showHead(host, answer, connected, actions, page) {
  const {now, platform} = answer;
  const hour = now.hour.hour;
  const stale = !platform.replay && platform.freshness !== 'fresh';
  const clock = t('clock', {date: now.hour.date, hour, span: clockSpan(hour)});
  document.title = `${nameOf(now.city)} ${now.aqi?.value ?? '–'} · Microgram`;
  replace(host,
    el('h1', {}, nameOf(now.city), platform.replay
      ? el('span', {class: 'replay', title: t('replayAt', {time: platform.now.slice(0, 16).replace('T', ' ')})},
        t('replay'), el('time', {}, now.hour.date)) : null),
    el('p', {class: `clock ${stale ? 'stale' : ''}`}, el('time', {datetime: now.hour.end}, clock),
      stale ? el('span', {class: 'age'}, age(platform.ageMinutes)) : null),
    el('div', {class: 'health'},
      el('p', {}, t('dataTo', {hour, reporting: now.reporting, expected: now.expected})),
      el('p', {class: connected ? '' : 'warn'}, el('span', {class: `lamp ${connected ? 'on' : 'off'}`, 'aria-hidden': 'true'}),
        ' ', connected ? t('live') : t('offline'), ' · ', health(platform))),
    pages(page, actions));
}

/** As long as there is no hour of air: the rivers may have data all the same. */
export function showBareHead(host, actions, page) {
  document.title = 'Microgram';
  replace(host, el('h1', {}, 'Microgram'), pages(page, actions));
}

/** To the pages that are not shown, and the other language. */
function pages(page, actions) {
  const language = el('button', {type: 'button', class: 'quiet language'}, t('language'));
  language.addEventListener('click', actions.language);
  const links = [[null, '#', 'wall'], ['account', '#/account', 'account'], ['rivers', '#/rivers', 'rivers'], ['review', '#/review', 'review']]
    .filter(([name]) => name !== page)
    .map(([, href, word]) => el('a', {class: 'quiet', href}, t(word)));
  return el('nav', {class: 'pages', 'aria-label': t('pages')}, ...links, language);
}

function age(minutes) {
  if (minutes === null) {
    return '';
  }
  return minutes < 120 ? t('ageMinutes', {n: minutes}) : t('ageHours', {n: Math.floor(minutes / 60)});
}

function health(platform) {
  if (!platform.ready && platform.doing) {
    return t('notReady', {doing: platform.doing});
  }
  const grouped = Object.fromEntries(Object.entries(platform.conservation).map(([name, n]) => [name, Number(n).toLocaleString('en')]));
  const line = t('conserved', grouped);
  return platform.conserved ? line : t('notConserved', {line});
}
