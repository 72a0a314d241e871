// The page: reads the address, asks the server, shows, and looks again when told that something changed.

import {AccountPage, showCoins} from './account.js';
import * as address from './address.js';
import * as api from './api.js';
import {showCalendar} from './calendar.js';
import {el, replace} from './dom.js';
import {showBareHead, showHead} from './head.js';
import {setLanguage, t} from './i18n.js';
import {listen} from './live.js';
import {showNow} from './now.js';
import {showPublished} from './published.js';
import {ReceiptPanel} from './receipt.js';
import {ReviewPage} from './review.js';
import {RiversPage} from './rivers.js';
import {SectionPage} from './section.js';
import {csrf, loadSession, showSession} from './session.js';
import {showStations} from './stations.js';

const host = id => document.getElementById(id);
const state = address.read();
const review = new ReviewPage(host('review'), state, push => address.write(state, push), csrf);
const rivers = new RiversPage(host('rivers'), state, () => address.write(state));
const section = new SectionPage(host('section'), state, () => address.write(state));
const account = new AccountPage(host('account'), state, () => address.write(state));
const shown = {now: null, days: null, comparisons: []};
let connected = true;

const panel = new ReceiptPanel(host('receipt'), key => {
  state.figure = key;
  address.write(state);
});

function drawNow() {
  if (shown.now?.now) {
    const {now, platform} = shown.now;
    // An old value must not pass for the present one; a moment that was asked for is shown as it was.
    const gone = !platform.replay && !state.at && platform.freshness === 'gone';
    showHead(host('head'), shown.now, connected, {language: switchLanguage}, state.page);
    showNow(host('now'), now, gone);
    showStations(host('stations'), now.stations);
  } else if (shown.now) {
    showBareHead(host('head'), {language: switchLanguage}, state.page);
  }
}

function drawDays() {
  if (shown.days && shown.now?.now) {
    showCalendar(host('calendar'), shown.days, shown.now.now.hour.date, state.table, {
      year: year => go({year: String(year)}),
      table: on => go({table: on}),
    });
  }
}

/** The wall, or the page that the address names. */
function drawPage() {
  host('wall').hidden = state.page !== null;
  host('review').hidden = state.page !== 'review';
  if (state.page === 'review' && shown.now) {
    review.open(shown.now.now);
  } else {
    review.close();
  }
  host('rivers').hidden = state.page !== 'rivers';
  if (state.page === 'rivers') {
    rivers.open();
  } else {
    rivers.close();
  }
  host('account').hidden = state.page !== 'account';
  if (state.page === 'account') {
    account.open();
  } else {
    account.close();
  }
  host('section').hidden = state.page !== 'section';
  if (state.page === 'section') {
    section.open();
  } else {
    section.close();
  }
}

function draw() {
  drawNow();
  drawPage();
  drawDays();
  showPublished(host('published'), shown.comparisons);
  replace(host('foot'), el('p', {}, 'Microgram · ', t('foot')), el('p', {id: 'session'}));
  showSession(host('session'));
}

async function loadNow() {
  shown.now = await api.now(state.at);
  if (shown.now.now === null) {
    replace(host('now'), el('p', {class: 'notice'}, t('waiting'), ' ', shown.now.platform.doing));
  }
  drawNow();
}

async function loadDays() {
  const {now} = shown.now;
  shown.days = await api.days(now.city.id, state.year ?? now.hour.date.slice(0, 4));
  drawDays();
}

/** The coins of the year; without a target there are none to show. */
async function loadCoins() {
  const view = await api.account(null, null, null, null);
  host('coins').hidden = Boolean(view.why);
  if (!view.why) {
    showCoins(host('coins'), view);
  }
}

async function loadPublished() {
  shown.comparisons = (await api.published()).comparisons;
  showPublished(host('published'), shown.comparisons);
}

/** A part that cannot be had is said so in its place; the others go on. */
async function attempt(load, id) {
  try {
    await load();
    return true;
  } catch (problem) {
    const body = problem.body ?? {found: problem.message};
    replace(host(id), el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''));
    return false;
  }
}

async function load() {
  if (await attempt(loadNow, 'now') && shown.now.now) {
    await Promise.all([attempt(loadDays, 'calendar'), attempt(loadPublished, 'published'), attempt(loadCoins, 'coins')]);
  }
  document.body.dataset.ready = 'true';
}

async function go(change) {
  const year = state.year;
  Object.assign(state, change);
  address.write(state);
  if (state.year !== year) {
    await attempt(loadDays, 'calendar');
  } else {
    drawDays();
    account.draw();
  }
  section.draw();
}

function switchLanguage() {
  state.lang = state.lang === 'en' ? 'zh' : 'en';
  setLanguage(state.lang);
  address.write(state);
  draw();
  review.draw();
  rivers.draw();
  account.draw();
  section.draw();
  if (state.figure) {
    panel.show(state.figure, state.asOf);
  }
}

function changed(changes) {
  rivers.changed(changes);
  section.changed(changes);
  account.changed(changes);
  review.changed(changes);
  const city = shown.now?.now?.city.id;
  if (!city) {
    load();
    return;
  }
  if (changes.some(c => c.measurement === 'air_hour')) {
    attempt(loadNow, 'now');
  }
  const year = String(shown.days?.year);
  if (changes.some(c => c.subject.id === city && c.measurement !== 'air_hour' && c.from.slice(0, 4) <= year && year <= c.to.slice(0, 4))) {
    attempt(loadDays, 'calendar');
    attempt(loadPublished, 'published');
  }
  panel.refresh();
}

document.addEventListener('click', event => {
  const figure = event.target.closest('[data-figure]');
  if (figure) {
    panel.open(figure.dataset.figure, state.asOf);
  }
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea')) {
    return;
  }
  if (event.key === 'Escape') {
    panel.close();
  } else if (event.key === '?') {
    const figure = document.activeElement?.closest('[data-figure]') ?? document.querySelector('main:not([hidden]) [data-figure]');
    if (figure) {
      event.preventDefault();
      panel.open(figure.dataset.figure, state.asOf);
    }
  } else if (event.key.toLowerCase() === 't') {
    go({table: !state.table});
  }
});

/** What of the address only the review reads. */
const reviewed = ({of, subject, from, to, byHand, why, row}) => ({of, subject, from, to, byHand, why, row});

/** The address was changed by a link, by hand, or by going back; where only the search differs too, there is no hashchange. */
function addressChanged() {
  const {figure, page, section: id, month, day, ...rest} = address.read();
  if (page !== state.page || id !== state.section) {
    Object.assign(state, {page, section: id, month, day, ...reviewed(rest)});
    drawNow();
    drawPage();
  } else if (page === 'review' && JSON.stringify(reviewed(rest)) !== JSON.stringify(reviewed(state))) {
    Object.assign(state, reviewed(rest));
    review.reload();
  }
  if (figure === null) {
    panel.close();
  } else if (figure !== panel.key) {
    panel.open(figure, state.asOf);
  }
}

window.addEventListener('hashchange', addressChanged);
window.addEventListener('popstate', addressChanged);

setLanguage(state.lang);
replace(host('foot'), el('p', {}, t('loading')));
Promise.all([load(), attempt(loadSession, 'foot')]).then(() => {
  draw();
  if (state.figure) {
    panel.open(state.figure, state.asOf);
  }
});
/** Time passes without rows: a replay moves on, or what is shown grows old. */
function ticked(tick) {
  const platform = shown.now?.platform;
  if (platform && (tick.freshness !== platform.freshness || hourOfEpoch(tick.now) !== hourOfEpoch(platform.now))) {
    attempt(loadNow, 'now');
  }
}

function hourOfEpoch(moment) {
  return Math.floor(Date.parse(moment) / 3600_000);
}

// After a pause of the connection anything may have changed.
let lost = false;
listen(changed, on => {
  connected = on;
  if (on && lost) {
    load();
    rivers.reload();
    section.reload();
    review.again();
  }
  lost = !on;
  drawNow();
}, ticked);
