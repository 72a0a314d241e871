// The one-microgram account: how much of the year's target is spent, what each day cost, and what the rest may be.

import * as api from './api.js';
import {coins} from './coins.js';
import {costCalendar, monthBars, side, signed} from './cost-calendar.js';
import {el, replace, tell} from './dom.js';
import {figure} from './figure.js';
import {addDays} from './hours.js';
import {nameOf, t} from './i18n.js';
import './i18n-account.js';
import {runway, runwayTable} from './runway.js';

export class AccountPage {
  /** @param state of the address: subject, target, through, table; moved: called when it changed */
  constructor(host, state, moved) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.view = null;
    this.asked = 0;
    this.whatIf = 0;
    document.addEventListener('keydown', event => this.keys(event));
  }

  open() {
    if (this.host.childElementCount === 0) {
      this.load();
    }
  }

  /** Days of the air changed: what they cost is asked for again. */
  changed(changes) {
    if (this.view && changes.some(change => change.measurement === 'air_day' && change.subject.id === this.view.about?.id)) {
      this.load();
    }
  }

  close() {
    this.host.replaceChildren();
    this.view = null;
  }

  async load() {
    const asked = ++this.asked;
    if (!this.view) {
      replace(this.host, el('p', {class: 'notice'}, t('loading')));
    }
    try {
      const view = await api.account(this.state.subject, this.state.target, this.state.through, percent(this.whatIf));
      if (asked === this.asked) {
        this.view = view;
        this.draw();
      }
    } catch (problem) {
      const body = problem.body ?? {found: problem.message};
      replace(this.host, el('p', {class: 'notice'}, body.found, ' ', body.todo ? t('todo', {todo: body.todo}) : ''));
    }
  }

  draw() {
    const view = this.view;
    if (!view) {
      return;
    }
    if (view.why) {
      replace(this.host, el('p', {class: 'notice'}, t('account_' + view.why)));
      return;
    }
    document.title = `${t('account')} · ${nameOf(view.about)} ${view.year} · Microgram`;
    replace(this.host, this.hero(view),
      el('section', {class: 'panel', id: 'account-costs'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('costCalendar')), el('p', {class: 'note'}, t('costNote'))),
        costCalendar(view), monthBars(view)),
      el('section', {class: 'panel', id: 'account-runway'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('runway')), this.tableButton()),
        this.state.table ? runwayTable(view) : runway(view)),
      this.whatIfPanel(view), stations(view), dearest(view));
    document.body.dataset.account = view.as_of;
  }

  hero(view) {
    const words = sentence(view);
    return el('section', {class: 'panel', id: 'account-hero'},
      el('div', {class: 'panel-head'}, el('h1', {}, t('accountOf', {subject: nameOf(view.about), year: view.year})), this.dates(view)),
      el('p', {class: 'note'}, t('accountAbout', {value: plainNumber(view.target), unit: view.unit, asOf: view.as_of, n: view.n,
        days: view.days.length, source: view.target_source}), view.example ? el('strong', {class: 'example'}, t('example')) : null),
      el('p', {class: 'account-sentence', id: 'account-sentence', 'data-status': view.status}, words),
      coins(view, words),
      el('p', {class: 'note'}, t('coinsNote', {limit: view.daily_limit}), over(view)),
      facts(view));
  }

  dates(view) {
    const input = el('input', {type: 'date', id: 'as-of', value: view.as_of, 'aria-label': t('asOfLabel')});
    input.addEventListener('change', () => this.go(input.value));
    const step = (days, word, sign) => {
      const button = el('button', {type: 'button', class: 'quiet', 'aria-label': word}, sign);
      button.addEventListener('click', () => this.go(addDays(this.view.as_of, days)));
      return button;
    };
    return el('div', {class: 'account-dates'}, this.chooser(view), step(-1, t('dayBefore'), '‹'), input, step(1, t('dayAfter'), '›'));
  }

  /** Every target that there is an account of. */
  chooser(view) {
    const select = el('select', {id: 'target', 'aria-label': t('targetLabel')}, view.choices.map(each =>
      el('option', {value: each.id, selected: each.id === view.target_id},
        `${nameOf(each.subject)} ${each.period} · ${each.value}${each.example ? ` (${t('example')})` : ''}`)));
    select.addEventListener('change', () => {
      this.state.target = select.value;
      this.state.through = null;
      this.moved();
      this.load();
    });
    return select;
  }

  tableButton() {
    const button = el('button', {type: 'button', class: 'quiet'}, this.state.table ? t('asChart') : t('asTable'));
    button.addEventListener('click', () => this.toggleTable());
    return button;
  }

  toggleTable() {
    this.state.table = !this.state.table;
    this.moved();
    this.draw();
  }

  go(date) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) {
      this.state.through = date;
      this.moved();
      this.load();
    }
  }

  /** ← and → move the day that the account stands at, where nothing else takes them. */
  keys(event) {
    const busy = !this.view || this.host.hidden || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, .cost-months, .runway, #receipt');
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!busy && step) {
      event.preventDefault();
      this.go(addDays(this.view.as_of, step));
    }
  }

  /** A question, not a figure: it is labelled, and nothing exports it. */
  whatIfPanel(view) {
    const end = view.what_if;
    const slider = el('input', {type: 'range', id: 'what-if', min: -50, max: 50, step: 1, value: this.whatIf, 'aria-label': t('whatIfLabel')});
    const said = el('p', {id: 'what-if-said', 'aria-live': 'polite'}, whatIfSaid(view, end, this.whatIf));
    slider.addEventListener('input', () => {
      said.textContent = percent(Number(slider.value));
    });
    slider.addEventListener('change', async () => {
      this.whatIf = Number(slider.value);
      await this.load();
      this.host.querySelector('#what-if')?.focus();
      tell(this.host.querySelector('#what-if-said')?.textContent ?? '');
    });
    return view.r === 0 ? null : el('section', {class: 'panel', id: 'account-what-if'},
      el('div', {class: 'panel-head'}, el('h2', {}, t('whatIf')), el('p', {class: 'note'}, t('whatIfNote'))),
      el('div', {class: 'slider'}, el('span', {'aria-hidden': 'true'}, '−50 %'), slider, el('span', {'aria-hidden': 'true'}, '+50 %')), said);
  }
}

/** The row of coins on the first page, with its sentence. */
export function showCoins(host, view) {
  const words = sentence(view);
  replace(host,
    el('div', {class: 'panel-head'}, el('h2', {}, el('a', {href: '#/account'}, t('accountOf', {subject: nameOf(view.about), year: view.year}))),
      view.example ? el('strong', {class: 'example'}, t('example')) : null, el('p', {class: 'account-sentence', 'data-status': view.status}, words)),
    coins(view, words));
}

/** 56.00 as it was written: 56. */
function plainNumber(text) {
  return text.replace(/\.?0+$/, '');
}

function percent(number) {
  return number === 0 ? '+0%' : `${number > 0 ? '+' : '-'}${Math.abs(number)}%`;
}

function whatIfSaid(view, end, by) {
  return end ? t('whatIfSaid', {by: signed(String(by)), rest: end.rest, end: end.end, target: plainNumber(view.target),
    verdict: t(end.attains ? 'verdictWithin' : 'verdictOver')}) : t('whatIfNone');
}

function sentence(view) {
  const last = view.outlooks.find(each => each.name === 'last_year');
  const rest = view.r === 0 ? t('accountOver', {mean: view.mean}) : t('accountRest', {r: view.r, allowed: view.allowed});
  const outlook = last && view.r > 0
    ? t('accountOutlook', {rest: last.rest, verdict: t('accountStatus_' + view.status),
      margin: t(last.margin.startsWith('-') ? 'marginOver' : 'marginLeft', {margin: last.margin.replace('-', '')})})
    : t('accountVerdict', {verdict: t('accountStatus_' + view.status)});
  return t('accountSpent', {spent: view.spent, target: plainNumber(view.target)}) + rest + outlook;
}

function facts(view) {
  const mean = view.mean_key ? figure(view.mean_key, view.mean, t('meanSoFar'), {unit: view.unit}) : plain('mean', view.mean);
  return el('dl', {class: 'account-facts'},
    fact(t('meanSoFar'), mean, view.unit),
    fact(t('sameDates', {n: view.last_year_days}), plain('last_year_mean', view.last_year_mean), view.unit),
    fact(t('differenceLastYear'), plain('difference', view.difference), view.unit),
    fact(t('allowedExact'), plain('allowed', view.allowed), view.unit),
    fact(t('allowedJudged', {decimals: view.decimals}), plain('margin_judged', view.margin_judged), view.unit),
    view.missing_days.length ? fact(t('missingDays', {n: view.missing_days.length}), plain('allowed_had_they_been_as_their_month', view.allowed_had_they_been_as_their_month), view.unit) : null);
}

function fact(name, value, unit) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value, ' ', el('small', {}, unit)));
}

function plain(name, value) {
  return el('span', {'data-account': name, 'data-value': value ?? ''}, value === null || value === undefined ? '–' : name === 'difference' ? signed(value) : value);
}

function stations(view) {
  const most = Math.max(0.01, ...view.stations.map(each => Math.abs(Number(each.pull))));
  return view.stations.length === 0 ? null : el('section', {class: 'panel', id: 'account-stations'},
    el('div', {class: 'panel-head'}, el('h2', {}, t('pulls')), el('p', {class: 'note'}, t('pullsNote'))),
    el('ol', {class: 'pulls'}, [...view.stations].sort((one, other) => Number(other.pull) - Number(one.pull)).map(each =>
      el('li', {'data-station': each.station, 'data-value': each.pull},
        el('span', {class: 'name'}, nameOf(view.station_names[each.station])),
        el('meter', {class: side(each.pull), min: 0, max: most, value: Math.abs(Number(each.pull)), 'aria-hidden': 'true'}),
        el('span', {class: `value ${side(each.pull)}`}, signed(each.pull))))));
}

function over(view) {
  const by = (Number(view.spent) - Number(view.target)).toFixed(2);
  return Number(by) > 0 ? el('strong', {class: 'spends'}, t('coinsOver', {over: by})) : null;
}

function dearest(view) {
  const byDate = new Map(view.days.map(day => [day.date, day]));
  return el('section', {class: 'panel', id: 'account-dearest'},
    el('div', {class: 'panel-head'}, el('h2', {}, t('dearestDays'))),
    el('table', {}, el('thead', {}, el('tr', {}, el('th', {scope: 'col', class: 'words'}, t('date')), el('th', {scope: 'col'}, 'PM2.5'), el('th', {scope: 'col'}, t('cost')))),
      el('tbody', {}, view.dearest_days.map(day => el('tr', {}, el('th', {scope: 'row', class: 'words'}, day.date),
        el('td', {}, figure(byDate.get(day.date).key, byDate.get(day.date).value, `${day.date} PM2.5`, {unit: 'µg/m³'})), el('td', {class: side(day.cost)}, signed(day.cost)))))));
}
