// Good days, heavy days and ozone have accounts of their own: how many are left, a mark a day, and what rests on missing days.

import {explained, fact, isMean, plain, plainNumber, sentence, title, written} from './account-words.js';
import {el, replace} from './dom.js';
import {figure} from './figure.js';
import {addDays} from './hours.js';
import {t} from './i18n.js';
import {levelPhrase} from './levels.js';
import {roving} from './roving.js';

/** So many of the days under the value are drawn beside those over it. */
const UNDER = 12;

/** A panel for each other target of the subject's period; choose opens one as the page's own. */
export function otherPanels(view, table, choose) {
  const width = view.others.filter(other => !isMean(other)).length === 2 ? 'of-two' : '';
  return [...view.others].sort((one, other) => Number(isMean(other)) - Number(isMean(one))).map(other => {
    const open = el('button', {type: 'button', class: 'quiet', 'aria-label': `${t('openTarget')} ${other.target_id}`}, t('openTarget'));
    open.addEventListener('click', () => choose(other.target_id));
    return el('section', {class: `panel other-target ${isMean(other) ? 'of-mean' : width}`, 'data-target': other.target_id},
      el('div', {class: 'panel-head'}, el('h2', {}, title(other)), el('p', {class: 'note'}, goal(other)), open),
      el('p', {class: 'other-sentence', 'data-status': other.status}, sentence(other)),
      isMean(other) ? null : daysBody(other, table));
  });
}

/** The goal and whether it is nobody's. */
function goal(view) {
  return [t('goal', {value: written(view)}), view.example ? el('strong', {class: 'example'}, t('example')) : null].filter(Boolean).flatMap(each => [each, ' ']);
}

/** The drawing or the table of it, and the figures. */
export function daysBody(view, table) {
  const ozone = view.indicator === 'o3_p90';
  const drawing = table ? (ozone ? overTable(view) : monthTable(view)) : ozone ? ozoneBars(view) : strip(view);
  return [drawing, facts(view)].flat();
}

function facts(view) {
  const d = t('dayUnit');
  const ug = 'µg/m³';
  const missing = view.missing_days.length;
  const month = t(view.indicator === 'o3_p90' ? 'missingOzone' : 'missingCount', {n: missing});
  const rows = view.indicator === 'o3_p90' ? [
    fact(t('p90SoFar'), explained(view, 'so_far', 'percentile', view.percentile, t('p90SoFar'), ug), ug),
    fact(t('p90LastYear'), plain('last_year_percentile', view.last_year_percentile), ug),
    fact(t('overSoFar'), plain('over', view.over), d),
    view.r > 0 ? fact(t('overLeft'), explained(view, 'days_left', 'left', view.left, t('overLeft'), d), d) : null,
    view.r > 0 ? fact(t('highestEach'), explained(view, 'each_may', 'highest_each', view.highest_each, t('highestEach'), ug), ug) : null,
    fact(t('place', {n: view.N}), plain('place', view.place), ''),
    missing && view.r > 0 ? fact(month, plain('highest_each_had_they_been_as_their_month', view.highest_each_had_they_been_as_their_month), ug) : null,
  ] : [
    fact(t('countSoFar', {n: view.evaluated}), explained(view, 'so_far', 'count', view.count, t('countSoFar', {n: view.evaluated}), d), d),
    fact(t('countLastYear'), plain('last_year_count', view.last_year_count), d),
    view.r > 0 ? fact(t('mustKeep_' + view.indicator, {aqi: view.highest_aqi}), plain('must_keep', view.must_keep), d) : null,
    view.r > 0 ? fact(t('left_' + view.indicator), explained(view, 'days_left', 'left', view.left, t('left_' + view.indicator), d), d) : null,
    missing && view.r > 0 && view.left >= 0 ? fact(month, plain('left_had_they_been_as_their_month', view.left_had_they_been_as_their_month), d) : null,
  ];
  return el('dl', {class: 'account-facts'}, rows.filter(Boolean));
}

/** A mark a day, a line a month: filled where it counts, hollow where not, a cross without an AQI, dashed to come. */
function strip(view) {
  const counted = new Set(view.dates);
  const byDate = new Map(view.days.map(day => [day.date, day]));
  const detail = el('p', {class: 'day-detail'});
  const names = t('months').split(' ');
  const lines = [];
  const first = view.days[0]?.date ?? view.as_of;
  let marks = null;
  for (let date = first; date <= view.last_day; date = addDays(date, 1)) {
    if (marks === null || date.endsWith('-01')) {
      marks = el('span', {class: 'marks'});
      const month = date.slice(0, 7);
      const sum = view.dates.filter(each => each.startsWith(month)).length;
      lines.push(el('div', {class: 'strip-month'}, el('span', {class: 'name'}, names[Number(date.slice(5, 7)) - 1]), marks,
        el('b', {class: 'sum'}, date <= view.as_of ? String(sum) : '')));
    }
    marks.append(mark(view, date, byDate.get(date), counted.has(date)));
  }
  const group = el('div', {class: `day-strip ${view.indicator}`, role: 'group', 'aria-label': `${sentence(view)} ${t('marksKeys')}`}, lines);
  const show = event => {
    const day = byDate.get(event.target.closest('.mark')?.dataset.date);
    if (day) {
      replace(detail, el('span', {class: 'part'}, day.date), el('span', {class: 'part'}, said(view, day, counted.has(day.date))));
    }
  };
  group.addEventListener('focusin', show);
  group.addEventListener('pointerover', show);
  roving(group, 'button.mark', 30, view.days.length - 1);
  const heavy = view.indicator === 'heavy_days' && view.dates.length
    ? el('p', {class: 'note dates'}, t('heavyDates', {dates: view.dates.map(date => date.slice(5)).join(t('listComma'))})) : null;
  return [group, el('p', {class: 'note'}, t('marks_' + view.indicator)), heavy, detail].filter(Boolean);
}

function mark(view, date, day, counts) {
  if (!day) {
    return el('span', {class: 'mark to-come', 'aria-hidden': 'true'});
  }
  const button = figure(day.key, day.value, `${date} AQI`, {className: `mark ${day.value === null ? 'missing' : counts ? 'yes' : 'no'}`, content: ''});
  button.setAttribute('aria-label', `${date} ${said(view, day, counts)}`);
  button.title = button.getAttribute('aria-label');
  button.dataset.date = date;
  return button;
}

function said(view, day, counts) {
  return day.value === null ? t('noAqi') : `AQI ${day.value} ${levelPhrase(day.level)}${counts || view.indicator === 'good_days' ? '' : t('notCounted')}`;
}

/** The days over the value, the highest first, then as many dashed places as may still be over, then the highest under it. */
function ozoneBars(view) {
  const byDate = new Map(view.days.map(day => [day.date, day]));
  const target = Number(view.target);
  const under = view.days.filter(day => day.value !== null && Number(day.value) <= target).sort((one, other) => Number(other.value) - Number(one.value)).slice(0, UNDER);
  const most = Math.max(target * 1.2, ...view.over_days.map(day => day.value));
  const detail = el('p', {class: 'day-detail'});
  const bar = (day, kind, number) => {
    const button = figure(day.key, day.value, `${day.date} O3`, {className: `bar ${kind}`, content: ''});
    button.setAttribute('aria-label', t('ozoneBar', {n: number, date: day.date, value: day.value}));
    button.title = button.getAttribute('aria-label');
    button.style.setProperty('--part', Number(day.value) / most);
    return button;
  };
  const slots = Array.from({length: view.r > 0 ? Math.min(view.left ?? 0, 60) : 0}, () => el('span', {class: 'bar free', 'aria-hidden': 'true'}));
  const bars = el('div', {class: 'bars', role: 'group', 'aria-label': `${sentence(view)} ${t('marksKeys')}`},
    view.over_days.map((day, i) => bar(byDate.get(day.date), 'over', i + 1)), slots,
    under.map((day, i) => bar(day, 'under', view.over_days.length + i + 1)),
    el('span', {class: 'value-line', 'aria-hidden': 'true'}, el('b', {}, plainNumber(view.target))));
  bars.style.setProperty('--value', target / most);
  const show = event => {
    const label = event.target.closest('button.bar')?.getAttribute('aria-label');
    if (label) {
      replace(detail, el('span', {class: 'part'}, label));
    }
  };
  bars.addEventListener('focusin', show);
  bars.addEventListener('pointerover', show);
  roving(bars, 'button.bar', 1);
  return [bars, el('p', {class: 'note'}, t('marks_o3_p90')), detail];
}

function monthTable(view) {
  const months = [...new Set(view.days.map(day => day.date.slice(0, 7)))];
  return framed(view, [t('monthOfDays'), title(view), t('evaluatedDays'), t('missing')], months.map(month => {
    const days = view.days.filter(day => day.date.startsWith(month));
    const valid = days.filter(day => day.value !== null).length;
    return [month, view.dates.filter(date => date.startsWith(month)).length, valid, days.length - valid];
  }));
}

function overTable(view) {
  const byDate = new Map(view.days.map(day => [day.date, day]));
  return framed(view, [t('date'), 'O3'], view.over_days.map(day => [day.date, figure(byDate.get(day.date).key, byDate.get(day.date).value, `${day.date} O3`, {unit: 'µg/m³'})]));
}

function framed(view, head, rows) {
  return el('div', {class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': sentence(view)},
    el('table', {},
      el('thead', {}, el('tr', {}, head.map((name, i) => el('th', {scope: 'col', class: i === 0 ? 'words' : null}, name)))),
      el('tbody', {}, rows.map(([first, ...rest]) => el('tr', {}, el('th', {scope: 'row', class: 'words'}, first), rest.map(each =>
        el('td', {}, typeof each === 'number' ? String(each) : each)))))));
}
