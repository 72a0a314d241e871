// A month to choose: the one before, any, the one after.

import {el} from './dom.js';
import {t} from './i18n.js';

/** @param go called with the month that was chosen, YYYY-MM */
export function monthPicker(id, month, go) {
  const input = el('input', {type: 'month', id, value: month, pattern: '\\d{4}-\\d{2}', 'aria-label': t('monthLabel')});
  const chosen = text => {
    if (/^\d{4}-\d{2}$/.test(text)) {
      go(text);
    }
  };
  input.addEventListener('change', () => chosen(input.value));
  const step = (months, word, sign) => {
    const button = el('button', {type: 'button', class: 'quiet', 'aria-label': word}, sign);
    button.addEventListener('click', () => chosen(monthAfter(month, months)));
    return button;
  };
  return el('div', {class: 'month-picker'}, step(-1, t('monthBefore'), '‹'), input, step(1, t('monthAfter'), '›'));
}

export function monthAfter(month, months) {
  const [year, of] = month.split('-').map(Number);
  const all = year * 12 + of - 1 + months;
  return `${Math.floor(all / 12)}-${String(all % 12 + 1).padStart(2, '0')}`;
}
