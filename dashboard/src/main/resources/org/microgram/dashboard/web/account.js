// The one-microgram account: how much of the year's target is spent, what each day cost, and what the rest may be.

import {choosers} from './account-choose.js';
import {DayPanel} from './account-day.js';
import {daysBody, otherPanels} from './account-others.js';
import {explained, fact, isMean, plain, plainNumber, sentence, title, written} from './account-words.js';
import * as api from './api.js';
import {coins} from './coins.js';
import {costCalendar, monthBars, side, signed} from './cost-calendar.js';
import {el, replace, tell} from './dom.js';
import {figure} from './figure.js';
import {addDays} from './hours.js';
import {nameOf, t} from './i18n.js';
import {runway, runwayTable} from './runway.js';

export class AccountPage {
  /** @param state of the address: subject, target, through, day, table; moved: called when it changed */
  constructor(host, state, moved) {
    this.host = host;
    this.state = state;
    this.moved = moved;
    this.view = null;
    this.asked = 0;
    this.whatIf = 0;
    this.day = new DayPanel(state, moved);
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
      this.day.forget();
      this.load();
    }
  }

  close() {
    if (this.view && this.state.day) {
      this.state.day = null; // on another page it would be another day
      this.moved();
      this.day.forget();
    }
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
    document.title = `${isMean(view) ? t('account') : title(view)} · ${nameOf(view.about)} ${view.year} · Microgram`;
    replace(this.host, isMean(view) ? this.hero(view) : this.daysHero(view),
      otherPanels(view, this.state.table, id => this.go({target: id})),
      isMean(view) ? this.mean(view) : null);
    document.body.dataset.account = view.as_of;
  }

  /** What an account of a mean has: costs, the day that is open, the runway, what if, stations, the dearest days. */
  mean(view) {
    this.day.know(view, day => this.host.querySelector(`#account-costs .day[data-date="${day}"]`)?.focus());
    if (this.day.isStale()) {
      this.day.draw();
    }
    return [
      el('section', {class: 'panel', id: 'account-costs'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('costCalendar')), el('p', {class: 'note'}, t('costNote'))),
        costCalendar(view, date => this.day.open(date)), monthBars(view)),
      this.day.host,
      el('section', {class: 'panel', id: 'account-runway'},
        el('div', {class: 'panel-head'}, el('h2', {}, t('runway')), this.tableButton()),
        this.state.table ? runwayTable(view) : runway(view)),
      this.whatIfPanel(view), stations(view), dearest(view)];
  }

  daysHero(view) {
    return el('section', {class: 'panel', id: 'account-hero', 'data-target': view.target_id},
      el('div', {class: 'panel-head'}, el('h1', {}, `${title(view)} · ${nameOf(view.about)} ${view.year}`), this.choosers(view)),
      el('p', {class: 'note'}, t('daysAbout', {value: written(view), asOf: view.as_of, source: view.target_source}),
        view.example ? el('strong', {class: 'example'}, t('example')) : null),
      el('p', {class: 'account-sentence', id: 'account-sentence', 'data-status': view.status}, sentence(view)),
      this.tableButton(), daysBody(view, this.state.table));
  }

  choosers(view) {
    return choosers(view, change => this.go(change));
  }

  hero(view) {
    const words = sentence(view);
    return el('section', {class: 'panel', id: 'account-hero'},
      el('div', {class: 'panel-head'}, el('h1', {}, t('accountOf', {subject: nameOf(view.about), year: view.year})), this.choosers(view)),
      el('p', {class: 'note'}, t('accountAbout', {value: plainNumber(view.target), unit: view.unit, asOf: view.as_of, n: view.n,
        days: view.days.length, source: view.target_source || t('targetGiven')}), view.example ? el('strong', {class: 'example'}, t('example')) : null),
      el('p', {class: 'account-sentence', id: 'account-sentence', 'data-status': view.status}, words),
      coins(view, words),
      el('p', {class: 'note'}, t('coinsNote', {limit: view.daily_limit}), over(view)),
      facts(view));
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

  /** Another subject, target or day; where it is no day nothing changes. */
  go(change) {
    if (change.through && !/^\d{4}-\d{2}-\d{2}$/.test(change.through)) {
      return;
    }
    Object.assign(this.state, change);
    this.moved();
    this.day.forget();
    this.load();
  }

  /** ← and → move the day that the account stands at, where nothing else takes them; Escape closes the day that is open. */
  keys(event) {
    if (!this.view || this.host.hidden || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape' && this.day.isOpen() && document.getElementById('receipt').hidden) {
      this.day.close();
      return;
    }
    const taken = event.target.closest?.('input, select, .cost-months, .runway, .day-strip, .bars, .day-scroll, #receipt');
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!taken && step) {
      event.preventDefault();
      this.go({through: addDays(this.view.as_of, step)});
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

function percent(number) {
  return number === 0 ? '+0%' : `${number > 0 ? '+' : '-'}${Math.abs(number)}%`;
}

function whatIfSaid(view, end, by) {
  return end ? t('whatIfSaid', {by: signed(String(by)), rest: end.rest, end: end.end, target: plainNumber(view.target),
    verdict: t(end.attains ? 'verdictWithin' : 'verdictOver')}) : t('whatIfNone');
}

function facts(view) {
  const mean = view.mean_key ? figure(view.mean_key, view.mean, t('meanSoFar'), {unit: view.unit}) : explained(view, 'so_far', 'mean', view.mean, t('meanSoFar'), view.unit);
  return el('dl', {class: 'account-facts'},
    fact(t('meanSoFar'), mean, view.unit),
    fact(t('sameDates', {n: view.last_year_days}), plain('last_year_mean', view.last_year_mean), view.unit),
    fact(t('differenceLastYear'), plain('difference', view.difference), view.unit),
    fact(t('allowedExact'), explained(view, 'allowed', 'allowed', view.allowed, t('allowedExact'), view.unit), view.unit),
    fact(t('allowedJudged', {decimals: view.decimals}), explained(view, 'allowed_judged', 'margin_judged', view.margin_judged, t('allowedJudged', {decimals: view.decimals}), view.unit), view.unit),
    view.missing_days.length ? fact(t('missingDays', {n: view.missing_days.length}), plain('allowed_had_they_been_as_their_month', view.allowed_had_they_been_as_their_month), view.unit) : null);
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
