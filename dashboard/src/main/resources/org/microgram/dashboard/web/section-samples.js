// The samples of one day: what was received, what its publisher made of it, what we made of it.

import * as api from './api.js';
import {el, replace} from './dom.js';
import {t} from './i18n.js';
import {samplesTable} from './samples-table.js';

export class SamplesOfDay {
  /** @param state of the address: day; moved: called when it changed */
  constructor(state, moved) {
    this.state = state;
    this.moved = moved;
    this.host = el('section', {class: 'panel', id: 'section-samples'});
    this.asked = 0;
  }

  /** @param days those that have a row */
  know(view, days) {
    this.view = view;
    this.days = days.map(day => day.interval);
  }

  choose(day) {
    this.state.day = day;
    this.moved();
    this.draw().then(() => {
      this.host.scrollIntoView({block: 'nearest'});
      this.host.querySelector('h2').focus({preventScroll: true});
    });
  }

  async draw() {
    const asked = ++this.asked;
    const day = this.state.day ?? this.days.at(-1) ?? null;
    if (day === null) {
      replace(this.host, this.head(day), el('p', {class: 'note'}, t('samplesNone')));
      return;
    }
    let body;
    try {
      const {samples} = await api.sectionSamples(this.view.id, day);
      body = samples.length ? samplesTable(this.view, samples) : el('p', {class: 'note'}, t('samplesNone'));
    } catch (problem) {
      body = el('p', {class: 'warn'}, problem.body?.found ?? problem.message);
    }
    if (asked === this.asked) {
      const at = this.host.contains(document.activeElement) ? document.activeElement.id : null;
      replace(this.host, this.head(day), body);
      if (at) {
        document.getElementById(at)?.focus({preventScroll: true});
      }
      this.host.dataset.day = day;
    }
  }

  head(day) {
    const input = el('input', {type: 'date', id: 'samples-day', value: day ?? '', 'aria-label': t('samplesDay')});
    input.addEventListener('change', () => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(input.value)) {
        this.state.day = input.value;
        this.moved();
        this.draw();
      }
    });
    const step = (id, word, sign, to) => {
      const button = el('button', {type: 'button', class: 'quiet', id, 'aria-label': word, disabled: to === undefined}, sign);
      button.addEventListener('click', () => {
        this.state.day = to;
        this.moved();
        this.draw();
      });
      return button;
    };
    return el('div', {class: 'panel-head'}, el('h2', {tabindex: -1}, t('samplesOf', {day: day ?? '–'})),
      el('div', {class: 'samples-picker'},
        step('samples-before', t('dayBefore'), '‹', this.days.filter(each => each < day).at(-1)), input,
        step('samples-after', t('dayAfter'), '›', this.days.find(each => each > day))),
      el('p', {class: 'note'}, t('samplesKey')));
  }
}
