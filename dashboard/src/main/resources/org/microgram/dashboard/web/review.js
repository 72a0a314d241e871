// The review page: what waits for a person, what lies beside it, how far each day is, and the bar with which a person decides. Hours of the air
// or samples of water; it shows what the store gives back, never what was only asked for.

import * as api from './api.js';
import {el, replace, tell} from './dom.js';
import {t} from './i18n.js';
import './i18n-review.js';
import {ReviewBar} from './review-bar.js';
import {ReviewBeside} from './review-beside.js';
import {showDays} from './review-days.js';
import {head} from './review-head.js';
import {gather, holeRows, inOrder} from './review-rows.js';
import {markLooked, showTasks} from './review-tables.js';

export class ReviewPage {
  /**
   * @param state of the address: of (air or water), subject, from, to, byHand, why (the only reason that is listed), row (what is looked at)
   * @param moved called when it changed; with true when one should be able to go back to what was before
   * @param csrf gives what a request that changes something must carry
   */
  constructor(host, state, moved, csrf) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.now = null;
    this.names = null;
    this.queue = null;
    this.rows = [];
    this.selected = new Set();
    this.asked = 0;
    this.parts = {
      head: el('div', {class: 'panel-head'}), tasks: el('section', {class: 'panel', id: 'review-tasks'}),
      beside: el('section', {class: 'panel', id: 'review-beside'}),
      days: el('section', {class: 'panel', id: 'review-days'}), bar: el('section', {id: 'review-bar'}),
    };
    this.bar = new ReviewBar(this.parts.bar, csrf, () => this.load());
    this.beside = new ReviewBeside(this.parts.beside);
    // To the right lies what is beside the row; Escape leads back to it.
    this.parts.tasks.addEventListener('keydown', event => {
      if (event.key === 'ArrowRight' && event.target.dataset.row && this.beside.enter()) {
        event.preventDefault();
      }
    });
    this.parts.beside.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        this.parts.tasks.querySelector('.looked [data-row]')?.focus();
      }
    });
  }

  /** @param now the city's hour: which stations there are, and which day is the newest; null as long as there is no air */
  open(now) {
    this.now = now;
    if (this.host.childElementCount === 0) {
      replace(this.host, this.parts.head, this.parts.tasks, this.parts.beside, this.parts.days, this.parts.bar);
      this.load();
    } else if (this.queue === null && this.state.of === 'air' && now !== null) {
      this.load();
    }
  }

  /** After a pause of the connection anything may have changed. */
  again() {
    if (this.queue) {
      this.load();
    }
  }

  close() {
    this.host.replaceChildren();
    this.queue = null;
  }

  /** The address says something else than what is shown. */
  reload() {
    if (this.host.childElementCount > 0) {
      this.selected.clear();
      this.load();
    }
  }

  asks() {
    const {of, subject, from, to, byHand, why} = this.state;
    if (of === 'water') {
      // Without a day the newest one with a sample is meant, and only the server knows it.
      const first = from ?? this.queue?.from ?? null;
      return {of, subject: subject ?? (this.names?.basins[0] ?? this.names?.sections[0])?.id ?? null, from: first, to: to ?? first, byHand, why};
    }
    const day = this.now?.hour.date ?? null;
    return {of, subject: subject ?? this.now?.city.id ?? null, from: from ?? day, to: to ?? from ?? day, byHand: null, why};
  }

  async ask() {
    if (this.state.of === 'water') {
      this.names ??= await api.sections();
      const {subject, byHand} = this.asks();
      return subject === null ? null : api.reviewWaters(subject, byHand, this.state.from, this.state.to);
    }
    const {subject, from, to} = this.asks();
    return subject === null ? null : api.review(subject, from, to);
  }

  /** Asks, and waits until the newest answer is shown: a change that was told meanwhile may have asked once more. */
  async load() {
    this.latest = this.fetch(++this.asked);
    let shown;
    do {
      shown = this.latest;
      await shown;
    } while (shown !== this.latest);
  }

  async fetch(turn) {
    let problem = null;
    let queue = null;
    try {
      queue = await this.ask();
    } catch (failed) {
      problem = failed.body ?? {found: failed.message};
    }
    if (turn !== this.asked) {
      return; // a later question has overtaken this answer
    }
    this.queue = queue;
    this.host.dataset.of = this.state.of;
    if (queue) {
      this.draw();
    } else {
      this.drawHead();
      problem ??= {found: t(this.state.of === 'water' ? 'reviewNoWater' : 'waiting')};
      replace(this.parts.tasks, el('p', {class: 'notice'}, problem.found, ' ', problem.todo ? t('todo', {todo: problem.todo}) : ''));
      this.parts.days.replaceChildren();
      this.look(null);
      this.bar.show(null, []);
    }
    this.host.dataset.ready = String(turn);
  }

  /** Asks again when something of what is shown changed. */
  changed(changes) {
    if (!this.queue) {
      return;
    }
    const shown = new Set(this.queue.days.map(day => day.station ?? day.section));
    const {from, to} = this.asks();
    if (changes.some(c => shown.has(c.subject.id) && c.from.slice(0, 10) <= to.slice(0, 10) && c.to.slice(0, 10) >= from.slice(0, 10))) {
      this.load();
    }
  }

  draw() {
    if (!this.queue) {
      this.host.childElementCount > 0 && this.drawHead();
      return;
    }
    const all = inOrder([...gather(this.queue.tasks), ...holeRows(this.queue.holes ?? [])]);
    const {why, row} = this.state;
    const apart = all.filter(each => each.why !== 'due');
    // What is merely due is most of all: it is listed when nothing else waits, or when it is asked for.
    this.rows = why ? all.filter(each => each.why === why) : apart.length > 0 ? apart : all;
    const known = new Set(this.rows.map(each => each.id));
    this.selected = new Set([...this.selected].filter(id => known.has(id)));
    const focused = this.parts.tasks.contains(document.activeElement) ? document.activeElement.dataset.row : null;
    this.drawHead();
    const unlisted = (this.queue.counts.due ?? 0) - this.queue.tasks.filter(task => task.why === 'due').length;
    showTasks(this.parts.tasks, this.state.of, this.rows, {more: this.queue.more, unlisted: this.queue.more ? 0 : unlisted}, this.selected, {
      chosen: () => this.chosen(), looked: each => this.look(each, true),
    });
    showDays(this.parts.days, this.queue, decision => this.bar.decide([decision]));
    if (focused) {
      this.parts.tasks.querySelector(`[data-row="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
    }
    this.look(this.rows.find(each => each.id === row) ?? this.rows[0] ?? null);
    this.chosen();
  }

  /** @param byHand whether a person came to the row: then the address keeps it */
  look(row, byHand = false) {
    const of = this.state.of;
    if (byHand && this.state.row !== row.id) {
      this.state.row = row.id;
      this.moved();
    } else if (byHand) {
      return;
    }
    markLooked(this.parts.tasks, row?.id ?? null);
    this.host.classList.toggle('looking', of === 'water' && row !== null);
    this.beside.show(of === 'water' ? row : null);
  }

  chosen() {
    this.bar.show(this.queue, this.rows.filter(row => this.selected.has(row.id)));
  }

  drawHead() {
    const focused = this.parts.head.contains(document.activeElement) ? document.activeElement : null;
    replace(this.parts.head, ...head(this.asks(), {now: this.now, names: this.names}, this.queue, (change, ask = true) => this.go(change, ask)));
    if (focused) {
      const same = focused.name ? `[name="${focused.name}"]` : focused.dataset.reason ? `[data-reason="${focused.dataset.reason}"]`
        : focused.dataset.of ? `[data-of="${focused.dataset.of}"]` : `[aria-label="${CSS.escape(focused.getAttribute('aria-label') ?? '')}"]`;
      this.parts.head.querySelector(same)?.focus({preventScroll: true});
    }
  }

  /** @param ask whether the server must be asked for it */
  go(change, ask = true) {
    Object.assign(this.state, change, {row: null});
    this.selected.clear();
    this.moved('of' in change);
    if (ask) {
      if ('of' in change) {
        this.queue = null;
      }
      tell(t('loading'));
      this.load();
    } else {
      this.draw();
    }
  }
}
