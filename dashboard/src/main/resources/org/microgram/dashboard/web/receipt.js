// The receipt (小票): where a figure comes from, in the order of a till receipt. Its inputs are receipts again.

import {el, svg, tell} from './dom.js';
import {linkTo} from './address.js';
import {receipt as fetchReceipt, receiptAddress} from './api.js';
import {nameOf, pick, t} from './i18n.js';

const STATES = ['raw', 'first', 'second', 'final'];

const RULES = {'half-even': 'halfEven', 'half-up': 'halfUp', 'ceiling': 'ceiling'};

/** Published so, as total phosphorus 0.034, a value stands as it is; an exact one is cut. */
const THREE_DECIMALS = /^-?\d+\.\d{3,}$/;

/** More inputs than this are folded away under the strip. */
const SHOWN = 40;

export class ReceiptPanel {
  /** @param host the aside; @param changed called with the key that is open now, or null */
  constructor(host, changed) {
    this.host = host;
    this.changed = changed;
    this.key = null;
    this.opener = null;
    this.trail = [];
  }

  /** @param asOf a moment, or null for the newest */
  async open(key, asOf) {
    if (this.key === null) {
      this.opener = document.activeElement;
      this.trail = [];
    } else if (this.key !== key) {
      this.trail.push(this.key);
    }
    await this.show(key, asOf);
  }

  async show(key, asOf) {
    this.key = key;
    this.asOf = asOf;
    this.changed(key);
    this.host.hidden = false;
    this.host.setAttribute('role', 'dialog');
    this.host.setAttribute('aria-label', `${t('receipt')} ${key}`);
    let paper;
    try {
      const answer = await fetchReceipt(key, asOf);
      paper = this.paper(answer);
      tell(`${nameOf(answer.subject)} ${pick(answer, 'title')} ${answer.value ?? t('noneExact')} ${answer.unit ?? ''}`);
    } catch (problem) {
      paper = this.apology(key, problem);
    }
    // a later click may have overtaken this answer
    if (this.key === key) {
      this.host.replaceChildren(this.bar(), paper);
      this.host.scrollTop = 0;
      this.host.querySelector('.close').focus({preventScroll: true});
    }
  }

  /** Asks again for what is open, because something changed. */
  refresh() {
    if (this.key !== null && !this.host.contains(document.activeElement)) {
      this.show(this.key, this.asOf);
    }
  }

  close() {
    if (this.key !== null) {
      this.key = null;
      this.host.hidden = true;
      this.host.replaceChildren();
      this.changed(null);
      this.opener?.focus?.({preventScroll: true});
    }
  }

  bar() {
    const close = button('close', '×', () => this.close());
    close.setAttribute('aria-label', t('close'));
    close.title = t('close');
    const back = this.trail.length === 0 ? null
      : button('back', '← ' + t('back'), () => this.show(this.trail.pop(), this.asOf));
    return el('div', {class: 'receipt-bar'}, back, close);
  }

  apology(key, problem) {
    const body = problem.body ?? {found: String(problem.message)};
    return el('article', {class: 'paper'},
      el('h2', {}, key),
      [400, 404].includes(body.status) ? el('p', {class: 'warn'}, t('noReceipt')) : null,
      el('p', {}, body.found),
      body.expected ? el('p', {class: 'faint'}, body.expected) : null,
      body.todo ? el('p', {class: 'faint'}, t('todo', {todo: body.todo})) : null);
  }

  paper(r) {
    return el('article', {class: 'paper', 'data-receipt': r.key, 'data-value': r.value ?? ''},
      el('h2', {}, `${nameOf(r.subject)} · ${r.parameter} · ${pick(r, 'title')}`),
      el('p', {class: 'faint'}, pick(r.interval, 'label')),
      total(r), inputs(r, key => this.open(key, this.asOf)), arithmetic(r), judgements(r), revisions(r), this.actions(r), tail(r));
  }

  actions(r) {
    const copy = button('', `[${t('copy')}]`, async () => {
      const text = citation(r);
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = `[${t('copied')}]`;
      } catch {
        // without permission it is laid open to be copied by hand
        copy.replaceWith(el('textarea', {class: 'citation', readonly: true, rows: 6}, text));
      }
    });
    return section('actions', copy,
      el('a', {href: receiptAddress(r.key, this.asOf), target: '_blank', rel: 'noopener'}, '[JSON]'));
  }
}

function total(r) {
  const value = r.value ?? '–';
  const rounded = r.exact && r.rounding ? `${r.exact} → ${value}` : r.exact && r.exact !== r.value ? r.exact : null;
  return el('div', {class: 'total'},
    el('span', {class: 'unit'}, r.unit ?? ''),
    el('strong', {class: r.status === 'below_minimum' ? 'hollow' : ''}, value),
    rounded ? el('p', {title: r.exactFraction}, rounded) : null,
    r.rounding ? el('p', {class: 'faint'}, `${t(RULES[r.rounding.rule] ?? 'halfEven')} ${r.rounding.clause}`) : null,
    r.status && r.status !== 'ok' ? el('p', {class: 'warn'}, t('status_' + r.status)) : null);
}

function inputs(r, open) {
  if (r.inputs.length === 0) {
    return null;
  }
  // Most titles say how many there were; only those that do not are given the counts here.
  const named = pick(r, 'inputsTitle') ?? '';
  const title = named.includes('(') ? named
    : t('inputsCount', {title: named, had: r.had, needed: r.needed, expected: r.inputs.length});
  const rows = el('ol', {class: 'inputs'}, r.inputs.map(i => input(i, open)));
  // Inputs that are single readings have no strip of their own: then one strip stands for all of them.
  const whole = r.inputs.some(i => i.strip) ? null : strip(r.inputs.map(i => i.use === 'excluded' ? 'x' : i.use[0]).join(''), 31);
  return section('used', el('h3', {}, title), whole,
    r.inputs.length > SHOWN
      ? [causes(r.inputs), el('details', {}, el('summary', {}, t('allInputs', {n: r.inputs.length})), rows)] : rows);
}

function input(i, open) {
  const counted = i.had !== null && i.needed !== null && i.strip ? `${i.had}/${i.strip.length}` : '';
  const name = pick(i, 'name');
  const value = i.exact ?? i.value ?? '–';
  const parts = [el('span', {class: 'name'}, name), i.strip ? strip(i.strip, 31) : el('span', {class: `dot use-${i.use}`, 'aria-hidden': 'true'}),
    el('span', {class: 'count'}, counted), el('span', {class: 'value'}, i.value && THREE_DECIMALS.test(i.value) ? i.value : short(value))];
  const line = i.key
    ? el('button', {type: 'button', class: 'input figure', 'data-figure': i.key, 'data-value': i.value ?? '',
      title: value, 'aria-label': `${name} ${value} ${t(i.use)}`}, parts)
    : el('div', {class: 'input', title: value}, parts);
  if (i.key) {
    line.addEventListener('click', event => {
      event.stopPropagation();
      open(i.key);
    });
  }
  return el('li', {class: `use-${i.use}`}, line,
    i.use === 'used' ? null : el('small', {class: 'cause'}, `${t(i.use)} ${pick(i, 'cause')}`),
    i.noteZh ? el('small', {class: 'noted'}, pick(i, 'note')) : null);
}

/** Only those that are not simply used: what a reader of 366 days looks for. */
function causes(all) {
  const odd = all.filter(i => i.use !== 'used').slice(0, SHOWN);
  return odd.length === 0 ? null : el('ul', {class: 'causes'}, odd.map(i =>
    el('li', {}, `${pick(i, 'name')} ${t(i.use)} ${pick(i, 'cause')}`)));
}

/** Two decimals are enough for a line; the whole value is one click away and in the title. */
function short(value) {
  return THREE_DECIMALS.test(value) ? Number(value).toFixed(2) : value;
}

/** Ticks: filled = used, hollow = flagged, dashed gap = missing, crossed = left out. */
function strip(marks, perLine) {
  const count = {u: 0, f: 0, m: 0, x: 0};
  const ticks = [...marks].map((mark, i) => {
    count[mark]++;
    return svg('rect', {class: `tick tick-${mark}`, x: (i % perLine) * 5 + 0.5, y: Math.floor(i / perLine) * 13 + 0.5, width: 3, height: 9});
  });
  const width = Math.min(marks.length, perLine) * 5;
  const height = Math.ceil(marks.length / perLine) * 13 - 3;
  return svg('svg', {class: 'strip', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': t('stripSummary', {used: count.u, flagged: count.f, missing: count.m, excluded: count.x})}, ticks);
}

function arithmetic(r) {
  return r.formula ? section('formula', el('p', {}, pick(r.formula, 'text'))) : null;
}

function judgements(r) {
  return r.judgements.length === 0 ? null : section('judgements', r.judgements.map(j =>
    el('p', {class: j.exceeds ? 'exceeds' : ''}, el('span', {}, pick(j, 'text')), el('strong', {}, pick(j, 'verdict')))));
}

function revisions(r) {
  return section('revisions', el('h3', {}, t('revisions')),
    el('p', {class: 'faint'}, [r.revision === 0 ? t('revisionNone') : t('revisionN', {n: r.revision}),
      r.state ? t('state_' + r.state) : null].filter(Boolean).join(' · ')),
    r.states ? el('p', {class: 'faint states', 'data-states': r.states}, t('states'), ' ', statesOf(r.states)) : null,
    r.lock ? el('p', {class: 'lock'}, t('lockedBy', {lock: r.lock})) : null,
    r.revisions.map(v => el('p', {}, el('del', {}, v.from ?? '–'), ` → ${v.to ?? '–'} `,
      el('span', {class: 'faint'}, [v.when, v.why, v.who].filter(Boolean).join(' · ')))));
}

/** 20/0/0/4 with the words: only the states that occur. */
function statesOf(states) {
  const counts = states.split('/');
  const said = STATES.map((state, i) => [state, Number(counts[i])]).filter(([, n]) => n > 0);
  return said.length === 0 ? '–' : said.map(([state, n]) => `${t('state_' + state)} ${n}`).join(' · ');
}

function tail(r) {
  return el('p', {class: 'tail faint'}, [r.edition, r.profile, r.config ? t('config', {hash: r.config}) : null,
    r.version ? t('version', {version: r.version}) : null, r.asOf ? t('asOf', {time: r.asOf}) : null].filter(Boolean).join(' · '));
}

function citation(r) {
  return t('citation', {
    subject: nameOf(r.subject), title: `${r.parameter} ${pick(r, 'title')}`, interval: pick(r.interval, 'label'), value: r.value ?? '–',
    unit: r.unit ?? '', exact: r.exactFraction ?? r.exact ?? '–', edition: r.edition ?? '', asOf: r.asOf ?? '', config: r.config ?? '',
    link: ' ' + linkTo(r.key),
  });
}

function section(name, ...children) {
  return el('section', {class: name}, ...children);
}

function button(name, text, action) {
  const made = el('button', {type: 'button', class: name}, text);
  made.addEventListener('click', event => {
    event.stopPropagation();
    action();
  });
  return made;
}
