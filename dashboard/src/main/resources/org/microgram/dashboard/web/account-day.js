// A day of the account opened: 24 hours at each member station, its day mean and pull at the right, the area's hours below.

import * as api from './api.js';
import {side, signed} from './cost-calendar.js';
import {el, replace} from './dom.js';
import {figure} from './figure.js';
import {addDays, clockSpan, weekday} from './hours.js';
import {nameOf, t} from './i18n.js';
import {levelClass, levelPhrase} from './levels.js';
import {roving} from './roving.js';

export class DayPanel {
  /** @param state of the address: day; moved: called when it changed */
  constructor(state, moved) {
    this.state = state;
    this.moved = moved;
    this.host = el('section', {class: 'panel', id: 'account-day', hidden: true});
    this.asked = 0;
    this.back = () => {};
  }

  /** @param back gives the focus back to where a day was opened from */
  know(view, back) {
    this.view = view;
    this.back = back;
  }

  isOpen() {
    return Boolean(this.state.day) && this.host.isConnected && !this.host.hidden;
  }

  /** Whether what is drawn is not what the address asks for. */
  isStale() {
    return Boolean(this.state.day) && (this.host.dataset.day !== this.state.day || this.host.lang !== this.state.lang);
  }

  /** What is drawn is of another subject, or of hours that have changed. */
  forget() {
    delete this.host.dataset.day;
    this.host.hidden = !this.state.day;
  }

  open(day, focus = true) {
    this.state.day = day;
    this.moved();
    return this.draw().then(() => {
      this.host.scrollIntoView({block: 'nearest'});
      if (focus) {
        this.host.querySelector('.hour[tabindex="0"]')?.focus({preventScroll: true});
      }
    });
  }

  close() {
    const day = this.state.day;
    this.state.day = null;
    this.moved();
    this.host.hidden = true;
    this.host.replaceChildren();
    delete this.host.dataset.day;
    this.back(day);
  }

  async draw() {
    const day = this.state.day;
    const asked = ++this.asked;
    this.host.hidden = !day;
    if (!day) {
      return;
    }
    let body;
    try {
      const hours = await api.accountDay(this.view.about.id, day);
      body = [el('p', {class: 'day-sentence'}, sentence(hours)), this.table(hours), el('p', {class: 'note'}, t('dayHoursNote'))];
    } catch (problem) {
      body = [el('p', {class: 'warn'}, problem.body?.found ?? problem.message)];
    }
    if (asked === this.asked && day === this.state.day) {
      replace(this.host, this.head(day), ...body);
      this.host.dataset.day = day;
      this.host.lang = this.state.lang;
    }
  }

  head(day) {
    const button = (word, sign, act) => {
      const made = el('button', {type: 'button', class: 'quiet', 'aria-label': word, title: word}, sign);
      made.addEventListener('click', act);
      return made;
    };
    return el('div', {class: 'panel-head'},
      el('h2', {}, t('dayHoursOf', {day, weekday: t('weekdays').split(' ')[weekday(day)]})),
      el('div', {class: 'account-dates'},
        button(t('dayBefore'), '‹', () => this.open(addDays(day, -1), false)),
        button(t('dayAfter'), '›', () => this.open(addDays(day, 1), false)),
        button(t('closeDay'), '×', () => this.close())));
  }

  table(hours) {
    const lines = [...hours.stations].sort((one, other) => Number(other.mean ?? -1) - Number(one.mean ?? -1));
    const numbers = Array.from({length: 24}, (_, i) => i + 1);
    const table = el('table', {class: 'day-hours'},
      el('thead', {}, el('tr', {}, el('th', {scope: 'col', class: 'words'}, t('station')),
        numbers.map(hour => el('th', {scope: 'col', title: clockSpan(hour)}, String(hour).padStart(2, '0'))),
        el('th', {scope: 'col'}, t('dayMean')), hours.area ? el('th', {scope: 'col'}, t('pull')) : null)),
      el('tbody', {}, lines.map(line => row(line, Boolean(hours.area)))),
      hours.area ? el('tfoot', {}, row(hours.area, true)) : null);
    const scroll = el('div', {class: 'day-scroll', role: 'group', 'aria-label': `${sentence(hours)} ${t('dayHoursKeys')}`}, table);
    roving(scroll, 'button.hour', 25);
    return scroll;
  }
}

function row(line, pulls) {
  return el('tr', {'data-subject': line.id}, el('th', {scope: 'row', class: 'words'}, nameOf(line)),
    line.hours.map(cell => el('td', {}, hour(line, cell))),
    el('td', {class: 'mean'}, mean(line)),
    pulls ? el('td', {class: line.pull === null ? '' : side(line.pull), 'data-pull': line.pull ?? ''}, line.pull === null ? '' : signed(line.pull)) : null);
}

function mean(line) {
  const button = figure(line.key, line.mean, `${nameOf(line)} ${t('dayMean')}`, {unit: 'µg/m³', className: 'hour', hollow: line.status === 'below_minimum'});
  button.title = line.had === null ? t('noValue') : t('hadOf', {had: line.had, needed: line.needed});
  return button;
}

/** The figure on the colour of its level, the level's number in the corner; missing is a dash, flagged is hollow. */
function hour(line, cell) {
  const flags = cell.flags.map(flag => t('flag_' + flag)).join(t('listComma'));
  const suspect = cell.value !== null && flags !== '';
  const classes = ['hour', cell.value === null ? 'gap' : levelClass(cell.level), suspect ? 'suspect' : '', cell.few ? 'few' : ''];
  const button = figure(cell.key, cell.value, `${nameOf(line)} ${cell.hour}`, {className: classes.filter(Boolean).join(' '),
    content: cell.value === null ? '–' : [cell.value, el('sub', {'aria-hidden': 'true'}, String(cell.level))]});
  const words = cell.value === null
    ? `${t('hour_' + cell.missing)}${flags ? ': ' + flags : ''}`
    : `${cell.value} µg/m³ ${levelPhrase(cell.level)}${suspect ? ' · ' + flags : ''}${cell.few ? ' · ' + t('belowMinimum') : ''}`;
  button.setAttribute('aria-label', `${nameOf(line)} ${t('hourName', {hour: cell.hour})} ${words}`);
  button.title = button.getAttribute('aria-label');
  return button;
}

function sentence(hours) {
  const cells = hours.stations.flatMap(line => line.hours.map(cell => ({line, cell})));
  const valued = cells.filter(each => each.cell.value !== null);
  const highest = valued.reduce((most, each) => most === null || Number(each.cell.value) > Number(most.cell.value) ? each : most, null);
  const of = hours.area ?? hours.stations[0];
  return t('dayHoursSentence', {name: nameOf(of), mean: of.mean ?? '–', stations: hours.stations.length, missing: cells.length - valued.length,
    flagged: valued.filter(each => each.cell.flags.length > 0).length,
    highest: highest ? `${highest.cell.value} (${nameOf(highest.line)} ${t('hourName', {hour: highest.cell.hour})})` : '–'});
}
