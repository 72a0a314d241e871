// One stop for the tab key in a group of many; the arrows do the rest.

import {tell} from './dom.js';

/**
 * @param selector of what the arrows walk, in their order
 * @param row how far the arrows up and down go
 */
export function roving(group, selector, row, start = 0) {
  const all = [...group.querySelectorAll(selector)];
  all.forEach((each, i) => {
    each.tabIndex = i === start ? 0 : -1;
  });
  group.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row, Home: -Infinity, End: Infinity}[event.key];
    const here = all.indexOf(event.target);
    if (!step || here < 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const to = here + step;
    if (Math.abs(step) === row && row > 1 && (to < 0 || to >= all.length)) {
      return;
    }
    const next = all[Math.max(0, Math.min(all.length - 1, to))];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    tell(next.getAttribute('aria-label'));
  });
}
