// The page of the rivers: each a line like that of a metro, upstream left, a diamond a section; below, the sections whose place is not known.

import * as api from './api.js';
import {el, replace, svg} from './dom.js';
import {nameOf, t} from './i18n.js';
import {monthAfter, monthPicker} from './month-picker.js';
import {accounts} from './section-account.js';
import {classLegend, classWord, classSymbol, diamond, parameterNames} from './water.js';

/** Months before that are shown, fading. */
const BEFORE = 3;

export class RiversPage {
  /** @param state of the address: month; moved: called when it changed */
  constructor(host, state, moved) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.view = null;
    this.asked = 0;
    this.chosen = null;
    /** The section whose page was gone to from here: where the keyboard starts on the way back. */
    this.left = null;
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
    delete document.body.dataset.rivers;
  }

  /** What was told of came into what is seen: the month or one of the three before, or a month newer than the newest. */
  changed(changes) {
    const last = this.view?.month ?? null;
    const seen = change => last === null || (change.to.slice(0, 7) >= monthAfter(last, -BEFORE) && (change.from.slice(0, 7) <= last || !this.state.month));
    if (changes.some(change => change.measurement === 'water_month' && seen(change))) {
      this.reload();
    }
  }

  /** Asks again without taking away what is seen. */
  reload() {
    if (this.host.childElementCount > 0) {
      this.load(true);
    }
  }

  async load(quietly = false) {
    const asked = ++this.asked;
    if (!quietly) {
      replace(this.host, el('p', {class: 'notice'}, t('loading')));
    }
    let view;
    try {
      view = await api.rivers(this.state.month);
    } catch (problem) {
      const body = problem.body ?? {found: problem.message};
      replace(this.host, el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''));
      return;
    }
    if (asked === this.asked && this.state.page === 'rivers') {
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
    const focused = this.focused();
    this.details = el('section', {class: 'panel', id: 'section-account', 'aria-live': 'polite'}, el('p', {class: 'note'}, t('riversKeys')));
    const picker = monthPicker('rivers-month', this.view.month, month => {
      this.state.month = month;
      this.moved();
      this.load();
    });
    replace(this.host,
      el('section', {class: 'panel', id: 'rivers-head'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('rivers')), picker, el('p', {class: 'note'}, t('riversSchematic'))),
        el('p', {class: 'rivers-sentence', id: 'rivers-sentence'}, sentence(this.view)),
        classLegend()),
      this.details,
      el('section', {class: 'panel', id: 'rivers-lines'}, rivers.map(river => this.line(river))),
      el('section', {class: 'panel', id: 'rivers-tray'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('riversTray', {n: withoutOrder.length})), el('p', {class: 'note'}, t('riversTrayNote'))),
        el('ol', {class: 'tray'}, withoutOrder.map(section => this.stop(section)))));
    const all = [...rivers.flatMap(river => river.sections), ...withoutOrder];
    const chosen = all.find(section => section.id === this.chosen);
    this.tabStop(this.stops().find(each => each.dataset.section === (focused?.section ?? this.left)) ?? this.stops()[0]);
    if (chosen) {
      this.choose(chosen);
    }
    if (focused) {
      this.host.querySelector(focused.part)?.focus({preventScroll: true});
    } else if (this.left && document.activeElement === document.body) {
      this.host.querySelector('.stop-signs[tabindex="0"]')?.focus();
    }
    document.body.dataset.rivers = this.view.month;
  }

  /** Where the keyboard stands, to be found again in what is drawn next. */
  focused() {
    const at = document.activeElement;
    const section = this.host.contains(at) ? at.closest('.stop')?.dataset.section : null;
    return section ? {section, part: `.stop[data-section="${CSS.escape(section)}"] .${at.classList[0]}`} : null;
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

  /** The diamond leads to the page of the section, its name opens what stands behind it. */
  stop(section) {
    const missed = section.attained === 'missed';
    const under = parameterNames(missed ? section.overTarget : section.mainPollutants);
    const about = spoken(section, under);
    const signs = el('a', {class: 'stop-signs', href: `#/section/${section.id}`, title: t('toSection'), 'aria-label': about},
      section.before.map((before, i) => diamond(before.waterClass, before.status, `before before-${i}`)),
      diamond(section.waterClass, section.status, 'this-month'));
    // The page that follows is of the month that is seen here.
    signs.addEventListener('click', () => {
      this.state.month = this.view.month;
      this.left = section.id;
      this.moved();
    });
    const name = el('button', {type: 'button', class: 'stop-name', 'aria-label': t('openAccount', {name: nameOf(section)})}, nameOf(section));
    name.addEventListener('click', () => this.choose(section));
    return el('li', {},
      el('div', {class: `stop ${missed ? 'missed' : ''}`, 'data-section': section.id, 'data-value': section.waterClass ?? ''},
        el('span', {class: 'target'}, section.target ? t('targetShort', {symbol: classSymbol(section.target)}) : t('noTarget')),
        signs, name,
        el('span', {class: 'stop-under'}, section.why ? t('why_' + section.why) : under)));
  }

  stops() {
    return [...this.host.querySelectorAll('.stop')];
  }

  /** One stop for the tab key; the arrows do the rest. */
  tabStop(stop) {
    this.stops().forEach(each => each.querySelectorAll('a, button').forEach(part => {
      part.tabIndex = each === stop ? 0 : -1;
    }));
  }

  /** What stands behind one section, with its account as of this month. */
  async choose(section) {
    this.chosen = section.id;
    this.stops().forEach(each => each.classList.toggle('chosen', each.dataset.section === section.id));
    const stop = this.stops().find(each => each.dataset.section === section.id);
    this.tabStop(stop);
    const head = [el('h2', {}, nameOf(section), ' ', el('small', {}, section.province), ' ',
      el('a', {class: 'quiet', href: `#/section/${section.id}`}, t('toSection'))),
    el('p', {}, stop.querySelector('.stop-signs').getAttribute('aria-label'))];
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
    const step = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[event.key];
    const stop = event.target.closest('.stop');
    if (step && stop) {
      const all = this.stops();
      const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(stop) + step))];
      event.preventDefault();
      this.tabStop(next);
      next.querySelector(event.target.closest('a') ? '.stop-signs' : '.stop-name').focus();
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
