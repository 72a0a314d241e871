// The samples of one day: what was received, what its publisher made of it, what we made of it.

import * as api from './api.js';
import {el, replace} from './dom.js';
import {t} from './i18n.js';
import {classSymbol, diamond, keyOf, namesIn, parameterName, unitShown, waterFigure} from './water.js';

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
      body = samples.length ? this.table(samples) : el('p', {class: 'note'}, t('samplesNone'));
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

  /** A column a sample, so that a day fits the hand. */
  table(samples) {
    const row = (name, cell) => el('tr', {}, el('th', {scope: 'row', class: 'words'}, name), samples.map(sample => el('td', {}, cell(sample))));
    const codes = samples[0].values.map(value => value.parameter)
      .filter(code => samples.some(sample => spoken(sample, code)));
    return el('div', {class: 'samples-table', tabindex: 0, role: 'group', 'aria-label': t('hadSamples')},
      el('table', {},
        el('thead', {}, el('tr', {}, el('td', {}), samples.map(sample => el('th', {scope: 'col'}, sample.interval.slice(11).split('/')[0],
          sample.byHand ? el('small', {}, ' ' + t('sampledByHand')) : null)))),
        el('tbody', {},
          row(t('stationStatus'), sample => sample.stationStatus ? t('station_' + sample.stationStatus) : '–'),
          row(t('classPublished'), sample => sample.classPublished ? [diamond(sample.classPublished, 'ok', 'key'),
            ` ${classSymbol(sample.classPublished)}`] : '–'),
          row(t('byRealtime'), sample => this.judged(sample, 'class_realtime', sample.waterClassRealtime, sample.governingRealtime)),
          row(t('byAssessment'), sample => this.judged(sample, 'class', sample.waterClass, sample.governing)),
          codes.map(code => row([parameterName(code), el('small', {}, ` ${unitShown(this.view.units[code])}`)], sample => this.cell(sample, code))))));
  }

  judged(sample, parameter, number, governing) {
    const lacking = sample.lacking ? el('small', {class: 'under'}, t('lacking', {parameters: namesIn(sample.lacking)})) : null;
    const known = number === null
      ? [el('span', {}, sample.notAssessed ? t('why_' + sample.notAssessed) : '–')]
      : [waterFigure(keyOf(this.view.id, 'water_sample', parameter, sample.interval), number, classSymbol(number),
        {content: [diamond(number, 'ok', 'key'), ` ${classSymbol(number)}`]}), governing ? el('small', {class: 'under'}, namesIn(governing)) : null];
    return [...known, lacking].filter(Boolean);
  }

  /** Below detection, not measured here, and no value this time are three different things. */
  cell(sample, code) {
    const said = spoken(sample, code);
    const key = keyOf(this.view.id, 'water_sample', code, sample.interval);
    const name = `${sample.interval} ${parameterName(code)}`;
    if (!said) {
      return '';
    }
    if (said.absent) {
      const word = said.absent === '*' ? t('absentNever') : t('absentNow');
      return el('span', {class: 'absent', 'data-absent': said.absent, title: word}, el('span', {'aria-hidden': 'true'}, said.absent), el('span', {class: 'unseen'}, word));
    }
    if (said.below) {
      const made = waterFigure(key, said.below, `${name} ${t('belowLimit', {limit: said.below})}`, {className: 'below', content: `<${said.below}`});
      made.title = t('belowLimit', {limit: said.below});
      return made;
    }
    return waterFigure(key, said.value, name);
  }
}

function spoken(sample, code) {
  const said = sample.values.find(value => value.parameter === code);
  return said && (said.value ?? said.below ?? said.absent) !== null ? said : null;
}
