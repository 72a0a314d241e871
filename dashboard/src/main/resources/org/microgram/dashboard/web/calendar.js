// The year, a chip a day, in twelve months; or the same as a table.

import {el, replace, tell} from './dom.js';
import {figure} from './figure.js';
import {addDays, weekday} from './hours.js';
import {t} from './i18n.js';
import {LEVELS, chip, levelClass, levelPhrase, levelWord} from './levels.js';

/**
 * @param view the answer of /api/days
 * @param newest date up to which there can be data
 * @param actions {year(n), table(on)}
 */
export function showCalendar(host, view, newest, table, actions) {
  const byDate = new Map(view.days.map(day => [day.date, day]));
  const detail = el('p', {class: 'day-detail'});
  const body = table ? tableOf(view, byDate, newest) : months(view, byDate, newest, detail);
  replace(host, heading(view, table, actions), body,
    table ? null : detail,
    table ? null : legend(view, byDate, newest));
}

function heading(view, table, actions) {
  const toggle = el('button', {type: 'button', class: 'quiet'}, table ? t('asCalendar') : t('asTable'));
  toggle.addEventListener('click', () => actions.table(!table));
  return el('div', {class: 'panel-head'},
    el('h2', {}, t('calendar', {year: view.year})),
    el('p', {class: 'sentence'}, sentence(view)),
    el('div', {class: 'years'}, view.years.map(year => {
      const button = el('button', {type: 'button', class: 'quiet', 'aria-pressed': String(year === view.year)}, String(year));
      button.addEventListener('click', () => actions.year(year));
      return button;
    }), toggle));
}

/** The year in one sentence of figures. */
function sentence(view) {
  const byName = new Map(view.summary.map(f => [f.parameter, f]));
  const mean = byName.get('PM2.5');
  if (!mean) {
    return [];
  }
  const part = (name, label) => {
    const f = byName.get(name);
    return [el('span', {class: 'part'}, `${label} `, figure(f.key, f.value, label, {unit: t('dayUnit')}), ` ${t('dayUnit')}`)];
  };
  return [
    el('span', {class: 'part'}, `${t('sumPm25')} `,
      figure(mean.key, mean.value, t('sumPm25'), {unit: mean.unit, hollow: mean.status === 'below_minimum'}), ` ${mean.unit}`),
    part('good_days', t('good_days')),
    part('heavy_days', t('heavy_days')),
    part('evaluated_days', t('evaluated_days')),
  ].flat();
}

function months(view, byDate, newest, detail) {
  const names = t('months').split(' ');
  const grid = el('div', {class: 'months', role: 'group', 'aria-label': `${summary(view, byDate, newest)} ${t('calendarKeys')}`},
    names.map((name, i) => month(view.year, i + 1, name, byDate, newest)));
  grid.addEventListener('keydown', event => walk(event, grid));
  const show = event => {
    const cell = event.target.closest('.day');
    if (cell) {
      describe(detail, cell.dataset.date, byDate.get(cell.dataset.date));
    }
  };
  grid.addEventListener('focusin', show);
  grid.addEventListener('pointerover', show);
  // One stop for the tab key; the arrows do the rest.
  const cells = [...grid.querySelectorAll('.day')];
  const start = cells.filter(c => c.dataset.date <= newest).at(-1) ?? cells[0];
  if (start) {
    start.tabIndex = 0;
    describe(detail, start.dataset.date, byDate.get(start.dataset.date));
  }
  return grid;
}

function month(year, number, name, byDate, newest) {
  const first = `${year}-${String(number).padStart(2, '0')}-01`;
  const cells = [];
  for (let date = first; Number(date.slice(5, 7)) === number; date = addDays(date, 1)) {
    cells.push(cell(date, byDate.get(date), newest, cells.length === 0 ? weekday(date) + 1 : null));
  }
  return el('div', {class: first > newest ? 'month to-come' : 'month'}, el('h3', {}, name), el('div', {class: 'month-days'}, cells));
}

function cell(date, day, newest, column) {
  let button;
  if (day?.aqi) {
    button = figure(day.aqiKey, day.aqi, `${date} AQI`, {className: `day ${levelClass(day.level)}`, content: String(day.level)});
    button.setAttribute('aria-label', `${date} AQI ${day.aqi} ${levelPhrase(day.level)}`);
    button.title = `${date} · AQI ${day.aqi}`;
  } else {
    const label = date > newest ? date : t('missingDay', {date});
    button = el('button', {type: 'button', class: `day ${date > newest ? 'to-come' : 'missing'}`, 'aria-label': label, title: label});
  }
  button.tabIndex = -1;
  button.dataset.date = date;
  if (column) {
    button.classList.add(`starts-${column}`);
  }
  return button;
}

/** The arrow keys go from day to day. */
export function walk(event, grid) {
  const step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -30, PageDown: 30, Home: -400, End: 400}[event.key];
  if (!step || !event.target.dataset.date) {
    return;
  }
  event.preventDefault();
  const cells = [...grid.querySelectorAll('.day')];
  const here = cells.indexOf(event.target);
  const next = cells[Math.max(0, Math.min(cells.length - 1, here + step))];
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  tell(next.getAttribute('aria-label'));
}

function describe(detail, date, day) {
  const weekdays = t('weekdays').split(' ');
  replace(detail,
    el('span', {class: 'part'}, t('dayDetail', {date, weekday: weekdays[weekday(date)]})),
    day?.aqi
      ? [chip(day.level), el('span', {class: 'part'}, 'AQI ', figure(day.aqiKey, day.aqi, `${date} AQI`), ` ${levelPhrase(day.level)}`),
        el('span', {class: 'part'}, 'PM2.5 ', figure(day.pm25Key, day.pm25, `${date} PM2.5`,
          {unit: 'µg/m³', hollow: day.pm25Status === 'below_minimum'}), ' µg/m³'),
        el('span', {class: 'part'}, day.primary.length ? t('primary', {names: day.primary.join(' ')}) : t('noPrimary'))]
      : el('span', {class: 'part'}, t('missingMark')));
}

function counts(view, byDate, newest) {
  const last = [newest, `${view.year}-12-31`].sort()[0];
  let missing = 0;
  for (let date = `${view.year}-01-01`; date <= last; date = addDays(date, 1)) {
    missing += byDate.get(date)?.aqi ? 0 : 1;
  }
  return {missing, levels: LEVELS.map(level => view.days.filter(day => day.level === level).length)};
}

function summary(view, byDate, newest) {
  const {missing, levels} = counts(view, byDate, newest);
  return t('calendarSummary', {
    year: view.year,
    n: levels.reduce((sum, n) => sum + n, 0),
    parts: levels.map((n, i) => t('calendarPart', {word: levelWord(i + 1), n})).join(' · '),
    missing,
  });
}

function legend(view, byDate, newest) {
  const {missing, levels} = counts(view, byDate, newest);
  return el('p', {class: 'legend'},
    LEVELS.map(level => el('span', {class: 'part'}, chip(level), ` ${levelWord(level)} ${levels[level - 1]}`)),
    el('span', {class: 'part'}, el('span', {class: 'day missing sample', 'aria-hidden': 'true'}), ` ${t('missingMark')} ${missing}`));
}

function tableOf(view, byDate, newest) {
  const rows = [];
  for (let date = `${view.year}-01-01`; date.startsWith(String(view.year)) && date <= newest; date = addDays(date, 1)) {
    const day = byDate.get(date);
    rows.push(el('tr', {},
      el('th', {scope: 'row'}, date),
      el('td', {}, day ? figure(day.aqiKey, day.aqi, `${date} AQI`) : '–'),
      el('td', {class: 'words'}, day?.level ? [chip(day.level), ` ${levelPhrase(day.level)}`] : t('missingMark')),
      el('td', {}, day ? figure(day.pm25Key, day.pm25, `${date} PM2.5`, {unit: 'µg/m³', hollow: day.pm25Status === 'below_minimum'}) : '–'),
      el('td', {class: 'words'}, day?.primary.join(' ') ?? '')));
  }
  return el('div', {class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('calendar', {year: view.year})},
    el('table', {},
      el('caption', {class: 'unseen'}, summary(view, byDate, newest)),
      el('thead', {}, el('tr', {}, ['date', 'AQI', 'level', 'PM2.5', 'primaryHead'].map(name =>
        el('th', {scope: 'col'}, name === 'AQI' || name === 'PM2.5' ? name : t(name))))),
      el('tbody', {}, rows)));
}
