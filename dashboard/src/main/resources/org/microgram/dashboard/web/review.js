// The review page: what waits for a person, how far each day is, and the bar with which a person decides. It shows what the store gives back,
// never what was only asked for.

import * as api from './api.js';
import {el, replace, tell} from './dom.js';
import {addDays} from './hours.js';
import {inChinese, nameOf, t} from './i18n.js';
import './i18n-review.js';
import {ReviewBar} from './review-bar.js';
import {ORDER, gather, showDays, showTasks} from './review-tables.js';

export class ReviewPage {
  /**
   * @param state of the address: subject, from, to
   * @param moved called when it changed
   * @param csrf gives what a request that changes something must carry
   */
  constructor(host, state, moved, csrf) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.now = null;
    this.queue = null;
    this.rows = [];
    this.selected = new Set();
    this.asked = 0;
    this.parts = {
      head: el('div', {class: 'panel-head'}), tasks: el('section', {class: 'panel', id: 'review-tasks'}),
      days: el('section', {class: 'panel', id: 'review-days'}), bar: el('section', {id: 'review-bar'}),
    };
    this.bar = new ReviewBar(this.parts.bar, csrf, () => this.load());
  }

  /** @param now the city's hour: which stations there are, and which day is the newest */
  open(now) {
    this.now = now;
    if (this.host.childElementCount === 0) {
      replace(this.host, this.parts.head, this.parts.tasks, this.parts.days, this.parts.bar);
      this.load();
    }
  }

  close() {
    this.host.replaceChildren();
    this.queue = null;
  }

  asks() {
    const day = this.now.hour.date;
    return {subject: this.state.subject ?? this.now.city.id, from: this.state.from ?? day, to: this.state.to ?? this.state.from ?? day};
  }

  async load() {
    const {subject, from, to} = this.asks();
    const turn = ++this.asked;
    try {
      const queue = await api.review(subject, from, to);
      if (turn === this.asked) { // else a later question has overtaken this answer
        this.queue = queue;
        this.draw();
      }
    } catch (problem) {
      this.drawHead();
      const body = problem.body ?? {found: problem.message};
      replace(this.parts.tasks, el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''));
      this.parts.days.replaceChildren();
      this.bar.show(null, []);
    }
    this.host.dataset.ready = String(turn);
  }

  /** Asks again when something of what is shown changed. */
  changed(changes) {
    const shown = new Set(this.queue?.days.map(day => day.station));
    const {from, to} = this.asked ? this.asks() : {};
    if (this.queue && changes.some(c => shown.has(c.subject.id) && c.from.slice(0, 10) <= to.slice(0, 10) && c.to.slice(0, 10) >= from.slice(0, 10))) {
      this.load();
    }
  }

  draw() {
    if (!this.queue) {
      return;
    }
    this.rows = gather(this.queue.tasks);
    const known = new Set(this.rows.map(row => row.id));
    this.selected = new Set([...this.selected].filter(id => known.has(id)));
    this.drawHead();
    showTasks(this.parts.tasks, this.rows, this.queue.more, this.selected, () => this.chosen());
    showDays(this.parts.days, this.queue.days, this.queue.now, this.queue.may, decision => this.bar.decide([decision]));
    this.chosen();
  }

  chosen() {
    this.bar.show(this.queue, this.rows.filter(row => this.selected.has(row.id)));
  }

  drawHead() {
    const {subject, from, to} = this.asks();
    replace(this.parts.head, el('h2', {}, t('reviewTitle')), this.sentence(),
      el('form', {class: 'review-asks'}, this.subjects(subject),
        this.day('reviewFrom', from, value => this.go({from: value, to: value > this.asks().to ? value : this.asks().to})),
        this.day('reviewTo', to, value => this.go({to: value, from: value < this.asks().from ? value : this.asks().from})),
        this.step('←', 'dayBefore', -1), this.step('→', 'dayAfter', 1)));
  }

  /** The page in one sentence of figures. */
  sentence() {
    const tasks = this.queue?.tasks ?? [];
    const parts = ORDER.map(why => [why, tasks.filter(task => task.why === why).length]).filter(([, n]) => n > 0);
    const overdue = tasks.filter(task => task.overdue).length;
    const text = !this.queue ? t('loading') : tasks.length === 0 ? t('reviewNothing')
      : t('reviewSentence', {n: tasks.length, parts: parts.map(([why, n]) => `${t('why_' + why)} ${n}`).join(' · ')});
    return el('p', {class: 'review-sentence', 'data-tasks': tasks.length}, text,
      overdue > 0 ? el('strong', {class: 'warn'}, ' ' + t('reviewOverdue', {n: overdue})) : null);
  }

  subjects(subject) {
    const {city, stations} = this.now;
    const sorted = [...stations].sort((a, b) => nameOf(a).localeCompare(nameOf(b), inChinese() ? 'zh' : 'en'));
    const known = subject === city.id || stations.some(each => each.id === subject);
    const choice = el('select', {name: 'subject'},
      known ? null : el('option', {value: subject}, subject),
      el('option', {value: city.id}, t('reviewCity', {name: nameOf(city)})),
      sorted.map(each => el('option', {value: each.id}, nameOf(each))));
    choice.value = subject;
    choice.addEventListener('change', () => this.go({subject: choice.value}));
    return el('label', {}, t('reviewOf'), ' ', choice);
  }

  day(word, value, chosen) {
    const input = el('input', {type: 'date', value: value.slice(0, 10), required: true, name: word});
    input.addEventListener('change', () => input.value && chosen(input.value));
    return el('label', {}, t(word), ' ', input);
  }

  step(sign, word, days) {
    const button = el('button', {type: 'button', class: 'quiet', title: t(word), 'aria-label': t(word)}, sign);
    button.addEventListener('click', () => {
      const {from, to} = this.asks();
      this.go({from: addDays(from.slice(0, 10), days), to: addDays(to.slice(0, 10), days)});
    });
    return button;
  }

  go(change) {
    Object.assign(this.state, change);
    this.selected.clear();
    this.moved();
    tell(t('loading'));
    this.load();
  }
}
