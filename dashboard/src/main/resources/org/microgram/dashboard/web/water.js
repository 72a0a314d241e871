// Classes of surface water: a diamond with the class in it, worse than V with a double outline. Colour never speaks alone.

import {el, svg} from './dom.js';
import {t} from './i18n.js';

const SYMBOLS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'];

export const classSymbol = number => number === 6 ? t('worseThanV') : SYMBOLS[number - 1];
export const classWord = number => t('classWord', {symbol: classSymbol(number)});

/** Dashed where there is no class, or too few values for one. */
export function diamond(number, status, kind) {
  const sure = number && status === 'ok';
  return svg('svg', {viewBox: '0 0 48 48', class: `diamond ${kind} water-${number ?? 'none'} ${sure ? '' : 'unsure'}`, 'aria-hidden': 'true'},
    svg('polygon', {points: '24,2 46,24 24,46 2,24', class: 'face'}),
    number === 6 ? svg('polygon', {points: '24,6 42,24 24,42 6,24', class: 'inner'}) : null,
    svg('text', {x: 24, y: 30, class: 'symbol', 'font-size': number === 6 ? 13 : 18}, number ? SYMBOLS[number - 1] : '–'));
}

/** ['CODMn(1.2)', …] in words: 高锰酸盐指数(1.2). */
export function parameterNames(list) {
  return list.map(each => {
    const [, code, rest] = /^([^(]+)(.*)$/.exec(each);
    return parameterName(code) + rest;
  }).join(t('listComma'));
}

export const parameterName = code => t('p_' + code.replace(/\W/g, ''));

/** A number of the server as the page shows it, with its exact value. */
export const exactly = (shown, exact, key) => el('b', {'data-account': key, 'data-value': shown, title: exact}, shown);
