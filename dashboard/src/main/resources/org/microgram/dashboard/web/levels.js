// The six levels of HJ 633. Colour never speaks alone: each chip carries its number.

import {el, svg} from './dom.js';
import {t} from './i18n.js';

export const LEVELS = [1, 2, 3, 4, 5, 6];

export function levelWord(level) {
  return level ? t('level' + level) : t('noLevel');
}

/** 五级 重度污染 */
export function levelPhrase(level) {
  return level ? t('levelPhrase', {ordinal: t('ordinal' + level), word: levelWord(level)}) : t('noLevel');
}

/** The round chip of an air level. */
export function chip(level) {
  return el('span', {class: `chip ${levelClass(level)}`, 'aria-hidden': 'true'}, level ? String(level) : '–');
}

export function levelClass(level) {
  return level ? `level-${level}` : 'level-none';
}

/** The same chip on the map. */
export function mapChip(level, x, y, radius) {
  return [
    svg('circle', {cx: x, cy: y, r: radius, class: `map-chip ${levelClass(level)}`}),
    svg('text', {x, y: y + radius * 0.36, class: `map-number ${levelClass(level)}`, 'font-size': radius * 1.05}, level ? String(level) : '–'),
  ];
}
