// What lies beside the value that is judged: its days at the section and at its neighbours of the river, the limits, and the samples around it whole.

import * as api from './api.js';
import {el, replace} from './dom.js';
import {nameOf, t} from './i18n.js';
import {dateAxis, sampleLine} from './review-line.js';
import {spanText} from './review-tables.js';
import {samplesTable} from './samples-table.js';
import {classSymbol, parameterName, unitShown} from './water.js';

export class ReviewBeside {
  constructor(host) {
    this.host = host;
    this.row = null;
    this.view = null;
    this.asked = 0;
  }

  /** The keyboard comes in; false when there is nothing to come to. */
  enter() {
    const first = this.host.querySelector('.sample-line .chart, .samples-table');
    first?.focus();
    return Boolean(first);
  }

  /** @param row of the queue; null to show nothing */
  async show(row) {
    const asked = ++this.asked;
    this.row = row;
    if (row === null) {
      this.view = null;
      this.host.replaceChildren();
      return;
    }
    const at = row.why === 'hole' ? `${row.date}T${String(row.lack[0]).padStart(2, '0')}:00` : row.hour;
    let view;
    try {
      view = await api.beside(row.section, row.parameters[0] ?? 'DO', at);
    } catch (problem) {
      if (asked === this.asked) {
        replace(this.host, el('p', {class: 'warn'}, problem.body?.found ?? problem.message));
      }
      return;
    }
    if (asked === this.asked) {
      this.view = view;
      this.draw();
    }
  }

  draw() {
    const {row, view} = this;
    if (!view) {
      return;
    }
    const one = row.parameters.length === 1;
    replace(this.host,
      el('h2', {}, nameOf(view), ' ', el('small', {}, view.province)),
      el('p', {class: 'beside-what'}, `${spanText(row)} ${row.parameters.length > 3 ? t('parametersLong', {n: row.parameters.length}) : row.parameters.map(parameterName).join(t('listComma'))}`, ' ',
        el('a', {class: 'quiet', href: `#/section/${view.id}`}, t('toSection'))),
      el('p', {class: 'note'}, about(view)),
      one ? limits(view) : null,
      one ? this.lines() : null,
      el('h3', {}, t('samplesAround')),
      view.samples.length ? samplesTable(view, view.samples, {interval: view.at, parameters: row.parameters}) : el('p', {class: 'note'}, t('samplesNoneAround')),
      el('p', {class: 'note samples-key'}, t('samplesKey')));
    this.host.dataset.beside = row.id;
    const judged = this.host.querySelector('.samples-table th.judged');
    if (judged) {
      const box = judged.closest('.samples-table');
      box.scrollLeft = judged.offsetLeft - (box.clientWidth - judged.offsetWidth) / 2;
    }
    this.host.scrollTop = 0;
  }

  /** Up the river first, as the water comes; where the order is not known, only the section. */
  lines() {
    const {view} = this;
    return el('div', {class: 'sample-lines'},
      view.upstream ? sampleLine(view, view.upstream, 'lineUpstream') : null,
      sampleLine(view, view.own, 'lineOwn'),
      view.downstream ? sampleLine(view, view.downstream, 'lineDownstream') : null,
      dateAxis(view),
      el('p', {class: 'note'}, t('lineKey'), view.upstream || view.downstream ? '' : t('lineAlone')));
  }
}

function about(view) {
  const {about: {river, waterBody}, target} = view;
  return [waterBody ? nameOf(waterBody) : river ? nameOf(river) : null, target ? t('targetLong', {symbol: classSymbol(target)}) : t('noTarget'), view.edition]
    .filter(Boolean).join(' · ');
}

/** The classes of the parameter, each with its limit; the target's stands out by weight and frame. */
function limits(view) {
  if (!view.limits) {
    return el('p', {class: 'note'}, t('noLimits', {parameter: parameterName(view.parameter)}));
  }
  const sign = view.parameter === 'DO' ? '≥' : '≤';
  const bands = Object.entries(view.limits.byClass).map(([name, limit]) => {
    const edge = {least: '≥', most: '≤'}[name];
    const isTarget = !edge && Number(name) === view.target;
    return el('li', {class: isTarget ? 'of-target' : null, 'data-class': name},
      edge ? `${edge} ${limit}` : [el('b', {}, classSymbol(Number(name))), ` ${sign} ${limit}`], isTarget ? el('small', {}, ' ' + t('target')) : null);
  });
  return el('ul', {class: 'limit-bands', 'aria-label': t('limitsOf')}, bands,
    el('li', {class: 'note'}, [unitShown(view.unit), view.limits.clause].filter(Boolean).join(' · ')));
}
