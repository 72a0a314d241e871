// A figure: a button that opens its receipt. Tests and scripts read data-figure (what explains it) and data-value.

import {el} from './dom.js';
import {t} from './i18n.js';

/** @param name what it is, for those who hear it: "PM2.5" */
export function figure(key, value, name, {unit = '', className = '', hollow = false, content = null} = {}) {
  const known = value !== null && value !== undefined;
  return el('button', {
    type: 'button',
    class: `figure ${className}${hollow ? ' hollow' : ''}`,
    'data-figure': key,
    'data-value': known ? value : '',
    'aria-label': `${name} ${known ? value + (unit ? ' ' + unit : '') : t('noValue')}${hollow ? ', ' + t('belowMinimum') : ''}`,
    title: hollow ? t('belowMinimum') : t('openReceipt'),
  }, content ?? (known ? value : '–'));
}
