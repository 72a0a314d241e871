// What the account is of: subject, target, and the last day that is gone.

import {isMean, plainNumber} from './account-words.js';
import {el} from './dom.js';
import {addDays} from './hours.js';
import {nameOf, t} from './i18n.js';

/** @param go takes what changes of the address: {subject, target, through} */
export function choosers(view, go) {
  const input = el('input', {type: 'date', id: 'as-of', value: view.as_of, 'aria-label': t('asOfLabel')});
  input.addEventListener('change', () => go({through: input.value}));
  const step = (days, word, sign) => {
    const button = el('button', {type: 'button', class: 'quiet', 'aria-label': word}, sign);
    button.addEventListener('click', () => go({through: addDays(view.as_of, days)}));
    return button;
  };
  return el('div', {class: 'account-dates'}, subjects(view, go), targets(view, go), step(-1, t('dayBefore'), '‹'), input, step(1, t('dayAfter'), '›'));
}

/** The city, its units, its stations; one without a target of its own is held against the concentration that stands there now. */
function subjects(view, go) {
  const option = each => el('option', {value: each.id, selected: each.id === view.about.id && each.kind === view.about.kind}, nameOf(each));
  const select = el('select', {id: 'account-subject', 'aria-label': t('subjectLabel')},
    ['area', 'station'].map(kind => el('optgroup', {label: t('kind_' + kind)}, view.subjects.filter(each => each.kind === kind).map(option))));
  select.addEventListener('change', () => {
    const own = view.choices.filter(each => each.subject.id === select.value);
    const same = own.find(each => each.indicator === view.indicator && each.period === view.period);
    go({subject: select.value, target: own.length ? same?.id ?? null : concentration(view)});
  });
  return select;
}

function concentration(view) {
  const mean = [view, ...view.others].find(isMean);
  return mean ? plainNumber(String(mean.target)) : view.choices.find(each => each.indicator === 'pm25_mean')?.value.split(' ')[0] ?? '35';
}

/** Every target that there is an account of, and the concentration that was asked about. */
function targets(view, go) {
  const given = view.choices.every(each => each.id !== view.target_id);
  const select = el('select', {id: 'target', 'aria-label': t('targetLabel')},
    given ? el('option', {value: '', selected: true}, t('targetGivenShort', {value: plainNumber(view.target)})) : null,
    view.choices.map(each => el('option', {value: each.id, selected: each.id === view.target_id},
      `${nameOf(each.subject)} ${each.period} · ${t('title_' + each.indicator)} ${each.value}${each.example ? ` (${t('example')})` : ''}`)));
  select.addEventListener('change', () => {
    const chosen = view.choices.find(each => each.id === select.value);
    if (chosen) {
      go({subject: chosen.subject.id, target: chosen.id, through: chosen.period === view.period ? view.as_of : null});
    }
  });
  return select;
}
