// The page of the rivers: each a line like that of a metro, upstream left, a diamond a section; below, the sections whose place is not known.

import * as api from './api.js';
import {el, replace, svg} from './dom.js';
import {nameOf, t} from './i18n.js';
import {accounts} from './section-account.js';
import {classWord, classSymbol, diamond, parameterNames} from './water.js';

export class RiversPage {
  /** @param state of the address: month; moved: called when it changed */
  constructor(host, state, moved) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.view = null;
    this.asked = 0;
    this.chosen = null;
    host.addEventListener('keydown', event => this.walk(event));
  }

  open() {
    if (this.host.childElementCount === 0) {
      this.load();
    }
  }

  close() {
    this.host.replaceChildren();
    this.view = null;
    this.chosen = null;
  }

  async load() {
    const asked = ++this.asked;
    replace(this.host, el('p', {class: 'notice'}, t('loading')));
    let view;
    try {
      view = await api.rivers(this.state.month);
    } catch (problem) {
      const body = problem.body ?? {found: problem.message};
      replace(this.host, el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''));
      return;
    }
    if (asked === this.asked) {
      this.view = view;
      this.draw();
    }
  }

  draw() {
    if (!this.view) {
      return;
    }
    if (!this.view.month) {
      replace(this.host, el('p', {class: 'notice'}, t('riversNone', {n: this.view.sum.sections})));
      return;
    }
    const {rivers, withoutOrder} = this.view;
    this.details = el('section', {class: 'panel', id: 'section-account', 'aria-live': 'polite'}, el('p', {class: 'note'}, t('riversKeys')));
    replace(this.host,
      el('section', {class: 'panel', id: 'rivers-head'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('rivers')), this.picker(), el('p', {class: 'note'}, t('riversSchematic'))),
        el('p', {class: 'rivers-sentence', id: 'rivers-sentence'}, sentence(this.view))),
      this.details,
      el('section', {class: 'panel', id: 'rivers-lines'}, rivers.map(river => this.line(river))),
      el('section', {class: 'panel', id: 'rivers-tray'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('riversTray', {n: withoutOrder.length})), el('p', {class: 'note'}, t('riversTrayNote'))),
        el('ol', {class: 'tray'}, withoutOrder.map(section => this.stop(section)))));
    document.body.dataset.rivers = this.view.month;
  }

  picker() {
    const input = el('input', {type: 'month', id: 'rivers-month', value: this.view.month, pattern: '\\d{4}-\\d{2}', 'aria-label': t('monthLabel')});
    const go = month => {
      if (/^\d{4}-\d{2}$/.test(month)) {
        this.state.month = month;
        this.moved();
        this.load();
      }
    };
    input.addEventListener('change', () => go(input.value));
    const step = (months, word, sign) => {
      const button = el('button', {type: 'button', class: 'quiet', 'aria-label': word}, sign);
      button.addEventListener('click', () => go(monthAfter(this.view.month, months)));
      return button;
    };
    return el('div', {class: 'rivers-picker'}, step(-1, t('monthBefore'), '‹'), input, step(1, t('monthAfter'), '›'));
  }

  line(river) {
    const into = this.view.rivers.find(each => each.id === river.joins);
    return el('div', {class: 'river', 'data-river': river.id},
      el('h3', {}, nameOf(river)),
      river.sections.length
        ? el('ol', {class: into ? 'river-line joins' : 'river-line'}, river.sections.map(section => this.stop(section)))
        : el('p', {class: 'note'}, t('riverEmpty')),
      into ? el('p', {class: 'join'}, svg('svg', {viewBox: '0 0 40 24', class: 'elbow', 'aria-hidden': 'true'},
        svg('path', {d: 'M0 4 H22 V18 M16 13 L22 20 L28 13'})), t('joins', {river: nameOf(into)})) : null);
  }

  stop(section) {
    const missed = section.attained === 'missed';
    const under = parameterNames(missed ? section.overTarget : section.mainPollutants);
    const button = el('button', {
      type: 'button', class: `stop ${missed ? 'missed' : ''}`, 'data-section': section.id, 'data-value': section.waterClass ?? '',
      'aria-label': spoken(section, under),
    },
    el('span', {class: 'target'}, section.target ? t('targetShort', {symbol: classSymbol(section.target)}) : t('noTarget')),
    el('span', {class: 'stop-signs'},
      section.before.map((before, i) => diamond(before.waterClass, before.status, `before before-${i}`)),
      diamond(section.waterClass, section.status, 'this-month')),
    el('span', {class: 'stop-name'}, nameOf(section)),
    el('span', {class: 'stop-under'}, section.why ? t('why_' + section.why) : under));
    button.addEventListener('click', () => this.choose(section, button));
    return el('li', {}, button);
  }

  /** What stands behind one section, with its account as of this month. */
  async choose(section, button) {
    this.chosen = section.id;
    this.host.querySelectorAll('.stop[aria-pressed]').forEach(each => each.removeAttribute('aria-pressed'));
    button.setAttribute('aria-pressed', 'true');
    const about = button.getAttribute('aria-label');
    const head = [el('h2', {}, nameOf(section), ' ', el('small', {}, section.province)), el('p', {}, about)];
    replace(this.details, ...head, el('p', {class: 'note'}, t('loading')));
    let rest;
    try {
      rest = accounts(await api.section(section.id, this.view.month));
    } catch (problem) {
      rest = [el('p', {class: 'warn'}, problem.body?.found ?? problem.message)];
    }
    if (this.chosen === section.id) {
      replace(this.details, ...head, ...rest);
    }
  }

  /** Left and right walk the sections, in the order of the page. */
  walk(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const stop = event.target.closest('.stop');
    if (step && stop) {
      const all = [...this.host.querySelectorAll('.stop')];
      const next = all[all.indexOf(stop) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  }
}

function sentence({month, sum}) {
  const worst = sum.worseThanV.map(nameOf).join(t('listComma'));
  return [t('riversSum', {month, assessed: sum.assessed, good: sum.toClassIII, n: sum.worseThanV.length}),
    worst ? t('riversWorst', {names: worst}) : '', t('riversRest', {few: sum.tooFew, none: sum.notAssessed, all: sum.sections})].join('');
}

function spoken(section, under) {
  return [nameOf(section),
    section.waterClass ? classWord(section.waterClass) : t('why_' + (section.why ?? 'no_value')),
    section.status === 'below_minimum' ? t('belowMinimum') : null,
    section.target ? t('targetLong', {symbol: classSymbol(section.target)}) : t('noTarget'),
    section.attained && section.target ? t('attained_' + section.attained) : null,
    under || null,
    section.before.map(before => `${before.month} ${before.waterClass ? classSymbol(before.waterClass) : '–'}`).join(', '),
  ].filter(Boolean).join(t('pause'));
}

function monthAfter(month, months) {
  const [year, of] = month.split('-').map(Number);
  const all = year * 12 + of - 1 + months;
  return `${Math.floor(all / 12)}-${String(all % 12 + 1).padStart(2, '0')}`;
}
