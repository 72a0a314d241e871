// Classes of surface water: a diamond with the class in it, worse than V with a double outline. Colour never speaks alone.

import './i18n-parameters.js';
import {el, svg} from './dom.js';
import {figure} from './figure.js';
import {known, t} from './i18n.js';
import './i18n-water.js';

const SYMBOLS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'];

export const CLASSES = [1, 2, 3, 4, 5, 6];

export const classSymbol = number => number === 6 ? t('worseThanV') : SYMBOLS[number - 1];
export const classWord = number => t('classWord', {symbol: classSymbol(number)});

/** Dashed and hollow where there is no class, or too few values for one. */
export function diamond(number, status, kind) {
  const sure = number && status === 'ok';
  return svg('svg', {viewBox: '0 0 48 48', class: `diamond ${kind} water-${number ?? 'none'} ${sure ? '' : 'unsure'}`, 'aria-hidden': 'true'},
    svg('polygon', {points: '24,2 46,24 24,46 2,24', class: 'face'}),
    number === 6 ? svg('polygon', {points: '24,7 41,24 24,41 7,24', class: 'inner'}) : null,
    svg('text', {x: 24, y: number === 6 ? 29 : 31, class: 'symbol', 'font-size': number === 6 ? 13 : 20}, number ? SYMBOLS[number - 1] : '–'));
}

/** What each diamond means, in words. */
export function classLegend() {
  return el('ul', {class: 'class-legend', 'aria-label': t('classKey')}, CLASSES.map(number =>
    el('li', {}, diamond(number, 'ok', 'key'), ` ${t('waterLevel' + number)}`)),
  el('li', {class: 'note'}, t('classColours')));
}

/** ['CODMn(1.2)', …] in words: 高锰酸盐指数(1.2). */
export function parameterNames(list) {
  return list.map(each => {
    const [, code, rest] = /^([^(:]+)(.*)$/.exec(each);
    return parameterName(code) + rest;
  }).join(t('listComma'));
}

/** The same of a text with blanks between; empty of null. */
export const namesIn = text => parameterNames((text ?? '').split(' ').filter(Boolean));

/** What people take by hand is more than has a name here: metals are known by their signs. */
export const parameterName = code => known('p_' + code.replace(/\W/g, '')) ? t('p_' + code.replace(/\W/g, '')) : code;

/** pH has no unit; the server writes 1. */
export const unitShown = unit => unit === '1' ? '' : unit;

/** A figure of a section: a button that opens its receipt, with the key that names it. */
export function waterFigure(key, value, name, options) {
  const made = figure(key, value, name, options);
  made.dataset.key = key;
  return made;
}

export const keyOf = (section, measurement, parameter, interval) => `${section} ${measurement} ${parameter} ${interval}`;

/** A number of the server as the page shows it, with its exact value. */
export const exactly = (shown, exact, key) => el('b', {'data-account': key, 'data-value': shown, title: exact}, shown);
