// The page of one section: who it is, its class and why, twelve months, what it owes, each parameter over the year, the samples of a day.

import * as api from './api.js';
import {el, replace} from './dom.js';
import {nameOf, t} from './i18n.js';
import {accounts} from './section-account.js';
import {charts} from './section-chart.js';
import {classes, facts, sentence, strip} from './section-head.js';
import {SamplesOfDay} from './section-samples.js';
import {monthPicker} from './month-picker.js';

export class SectionPage {
  /** @param state of the address: section, month (the last that is looked at), day; moved: called when it changed */
  constructor(host, state, moved) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.shown = null;
    this.asked = 0;
    /** Parameters whose table of days is open. */
    this.opened = new Set();
    this.samples = new SamplesOfDay(state, moved);
  }

  open() {
    if (this.shown !== this.state.section) {
      this.shown = this.state.section;
      this.load();
    }
  }

  close() {
    this.asked++;
    this.host.replaceChildren();
    this.shown = null;
    this.view = null;
    delete document.body.dataset.section;
  }

  changed(changes) {
    if (changes.some(change => change.measurement.startsWith('water_') && change.subject.id === this.shown)) {
      this.reload();
    }
  }

  /** Asks again without taking away what is seen. */
  reload() {
    if (this.shown !== null) {
      this.load(true);
    }
  }

  async load(quietly = false) {
    const asked = ++this.asked;
    if (!quietly) {
      this.view = null;
      replace(this.host, el('p', {class: 'notice'}, t('loading')));
    }
    let view;
    let days;
    try {
      view = await api.section(this.shown, this.state.month);
      days = await api.sectionDays(this.shown, view.year);
    } catch (problem) {
      if (asked === this.asked) {
        const body = problem.body ?? {found: problem.message};
        replace(this.host, el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''),
          el('p', {}, el('a', {class: 'quiet', href: '#/rivers'}, t('rivers'))));
      }
      return;
    }
    if (asked === this.asked) {
      const first = this.view === null;
      this.view = view;
      // The days after the month that is looked at are to come for whoever looks.
      this.days = {...days, days: days.days.filter(day => day.month <= this.until())};
      this.draw(first);
    }
  }

  until() {
    return this.state.month ?? this.view.standsAt ?? `${this.view.year}-12`;
  }

  /** @param arrived whether the reader has just come here: then the keyboard starts at the name */
  draw(arrived = false) {
    if (!this.view) {
      return;
    }
    const {view, days} = this;
    const name = el('h2', {tabindex: -1, id: 'section-name'}, nameOf(view), ' ', el('small', {}, view.province));
    const picker = monthPicker('section-month', this.until(), month => {
      Object.assign(this.state, {month, day: null});
      this.moved();
      this.load();
    });
    const at = document.activeElement;
    const focused = this.host.contains(at) && !at.dataset.figure ? at.id : null;
    this.samples.know(view, days.days);
    replace(this.host,
      el('section', {class: 'panel', id: 'section-head'},
        el('div', {class: 'panel-head'}, name, el('span', {class: 'note'}, t('monthAsOf')), picker, el('a', {class: 'quiet', href: '#/rivers'}, t('rivers'))),
        el('p', {class: 'rivers-sentence', id: 'section-sentence'}, sentence(view)), facts(view)),
      el('section', {class: 'panel', id: 'section-classes'}, classes(view)),
      el('section', {class: 'panel', id: 'section-strip'},
        el('h2', {}, t('twelveMonths', {year: view.year})), strip(view, this.until())),
      el('section', {class: 'panel', id: 'section-account'}, accounts(view)),
      el('section', {class: 'panel', id: 'section-charts'}, charts(view, days, {
        opened: this.opened, all: this.state.table, samples: day => this.samples.choose(day),
      })),
      this.samples.host);
    this.samples.draw();
    document.body.dataset.section = view.id;
    if (focused) {
      document.getElementById(focused)?.focus({preventScroll: true});
    } else if (arrived && (at === null || at === document.body || !at.isConnected)) {
      name.focus({preventScroll: true});
      window.scrollTo(0, 0);
    }
  }
}
