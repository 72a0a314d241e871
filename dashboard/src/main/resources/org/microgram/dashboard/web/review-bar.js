// The bar with which a person decides on the selected hours: a reason, a value where one is entered, and what to do.

import * as api from './api.js';
import {el, replace, tell} from './dom.js';
import {inChinese, pick, t} from './i18n.js';
import {againstApproval, againstPass, passMakes} from './review-people.js';

const FURTHER = ['second', 'final'];

export class ReviewBar {
  /** @param csrf gives the token of the session, null when nobody is logged in; @param done called when decisions were answered */
  constructor(host, csrf, done) {
    this.host = host;
    this.csrf = csrf;
    this.done = done;
    this.queue = null;
    this.rows = [];
    this.busy = false;
    this.drawn = null;
    this.reason = el('input', {type: 'text', name: 'reason', maxlength: 900, autocomplete: 'off'});
    this.value = el('input', {type: 'text', name: 'value', inputmode: 'decimal', size: 7, autocomplete: 'off'});
    this.code = el('select', {name: 'code'});
    this.said = el('div', {class: 'said', role: 'status'});
    this.buttons = el('div', {class: 'acts'});
    this.rules = el('p', {class: 'rules', id: 'review-rules', 'aria-live': 'polite'});
    this.count = el('strong', {});
    document.addEventListener('keydown', event => {
      const typing = event.target.closest('input:not([type=checkbox]), select, textarea');
      if (event.key.toLowerCase() === 'r' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && this.reason.isConnected) {
        event.preventDefault();
        this.reason.focus();
      }
    });
  }

  /** @param queue the answer of the server, null when there is none; @param rows those selected */
  show(queue, rows) {
    this.queue = queue;
    this.rows = rows;
    if (!queue || !queue.may.review) {
      this.drawn = null;
      replace(this.host, queue ? this.mayNot(queue.may) : null);
      return;
    }
    // What somebody has typed stays while the queue is drawn again.
    const language = inChinese();
    if (this.drawn !== language) {
      this.drawn = language;
      const chosen = this.code.value;
      replace(this.code, el('option', {value: ''}, t('noCode')), queue.codes.map(code =>
        el('option', {value: `${code.code} ${pick(code, 'name')}`}, `${code.code} ${pick(code, 'name')}`)));
      this.code.value = [...this.code.options].some(option => option.value === chosen) ? chosen : '';
      replace(this.host, el('div', {class: 'fields'}, this.count,
        el('label', {}, t('reasonCode'), ' ', this.code),
        el('label', {class: 'grow'}, t('reasonText'), ' ', this.reason),
        el('label', {}, t('newValue'), ' ', this.value)), this.buttons, this.rules, this.said);
    }
    this.update();
  }

  mayNot(may) {
    if (!may.users) {
      return el('p', {class: 'note'}, t('mayNotUsers'));
    }
    return this.csrf() === null ? el('p', {class: 'note'}, el('a', {href: '/login'}, t('mayNotAnonymous'))) : el('p', {class: 'note'}, t('mayNotRole'));
  }

  update() {
    const {rows} = this;
    const one = rows.length === 1 && rows[0].hours === 1 && rows[0].parameters.length === 1 ? rows[0] : null;
    const further = one !== null && FURTHER.includes(one.state);
    const valued = rows.length > 0 && rows.every(row => row.why !== 'missing');
    const locked = rows.some(row => row.proposal?.pastLock);
    const proposal = one?.proposal && !one.proposal.pastLock ? one.proposal : null;
    const {may} = this.queue;
    const against = [...new Set(rows.map(row => againstPass(row.state, row.by, may)).filter(Boolean))];
    const stands = proposal ? againstApproval(proposal, may) : null;
    // On a telephone the bar covers the table only while there is something to decide on.
    this.host.classList.toggle('has', rows.length > 0);
    this.count.textContent = t('selected', {n: rows.length});
    // A value below detection is written with its sign.
    this.value.inputMode = one?.section ? 'text' : 'decimal';
    this.value.placeholder = one === null ? '' : [one.unit === '1' ? null : one.unit, one.section ? '<…' : null].filter(Boolean).join(' / ');
    replace(this.buttons,
      this.button('set', 'actSet', one && !further && !locked, () => this.valued(one, 'set')),
      this.button('invalid', 'actInvalid', one && !further && !locked, () => [{...this.of(one, 'set')[0], invalid: true}]),
      this.button('pass', 'actPass', valued && !locked && against.length === 0, () => rows.flatMap(row => this.of(row, 'pass'))),
      this.button('return', 'actReturn', valued && !locked, () => rows.flatMap(row => this.of(row, 'return'))),
      this.button('amend', 'actAmend', one && further && !locked, () => this.valued(one, 'amend')),
      proposal ? this.button('approve', 'actApprove', stands === null, () => [{...this.of(one, 'amend')[0],
        ...(proposal.value === null ? {invalid: true} : {value: proposal.value})}]) : null);
    this.rules.textContent = [
      ...(locked ? [t('pastLock')] : !valued && rows.length > 0 ? [t('ruleMissing')]
        : against.length > 0 ? against : [...new Set(rows.map(row => passMakes(row.state, row.by)))]),
      further ? t('ruleAmend') : null, stands,
    ].filter(Boolean).join(' ');
  }

  button(name, word, enabled, decisions) {
    const button = el('button', {type: 'button', class: 'quiet', 'data-act': name, disabled: !enabled || this.busy}, t(word));
    button.addEventListener('click', () => this.decide(decisions()));
    return button;
  }

  /** A decision a part of the row. */
  of(row, action) {
    const whose = row.section ? {section: row.section, ...(this.queue.byHand ? {byHand: true} : {})} : {station: row.station};
    const moment = label => label.split('/')[0];
    return row.parts.map(part => ({action, ...whose, parameters: part.parameters, from: moment(part.from), to: moment(part.to), seen: part.seen}));
  }

  valued(row, action) {
    return this.of(row, action).map(each => ({...each, value: this.value.value.trim() || '?'}));
  }

  /** Sends them one after another; whatever comes of it, the queue is asked for again. */
  async decide(decisions) {
    const reason = [this.code.value, this.reason.value.trim()].filter(Boolean).join(': ');
    if (decisions.some(each => each.action !== 'pass') && reason === '') {
      replace(this.said, el('p', {class: 'warn'}, t('needsReason')));
      this.reason.focus();
      return;
    }
    this.busy = true;
    this.update();
    replace(this.said, el('p', {}, t('sending')));
    let shown = true;
    const refused = [];
    for (const each of decisions) {
      try {
        const done = await api.decide(this.csrf(), each.action === 'pass' ? each : {...each, reason});
        shown &&= done.shown;
      } catch (problem) {
        refused.push(problem.body ?? {found: problem.message});
      }
    }
    this.busy = false;
    await this.done();
    this.update();
    this.tell(decisions.length - refused.length, shown, refused);
  }

  tell(n, shown, refused) {
    const done = n === 0 ? null : shown ? t('actsDone', {n}) : t('actsKept');
    const why = refused.flatMap(body => body.problems ? body.problems.map(each => inChinese() ? each.zh : each.en)
      : [[body.found, body.todo].filter(Boolean).join(' -> ')]);
    if (n > 0 && refused.length === 0) {
      this.code.value = '';
      this.reason.value = '';
      this.value.value = '';
    }
    replace(this.said, done ? el('p', {class: 'done', 'data-done': n}, done) : null,
      refused.length > 0 ? el('p', {class: 'warn'}, t('actsRefused', {n: refused.length})) : null,
      why.length > 0 ? el('ul', {class: 'problems'}, why.slice(0, 6).map(text => el('li', {}, text)), why.length > 6 ? el('li', {}, '…') : null) : null);
    tell([done, ...why].filter(Boolean).join('; '));
  }
}
