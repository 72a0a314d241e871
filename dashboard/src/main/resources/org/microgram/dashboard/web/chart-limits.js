// The limits of the classes in a chart of a parameter: which are drawn, where, and what stands at their ends.

import {el} from './dom.js';
import {classSymbol} from './water.js';

/**
 * The limits as they are drawn: of pH its two edges, of the others class by class; the one of the target is bold.
 *
 * @param limits of one parameter with byClass; null where it has none
 * @param target number of a class, null where there is none
 */
export function limitLines(limits, target) {
  return Object.entries(limits?.byClass ?? {}).map(([name, limit]) => ({
    name: name === 'least' ? '≥' : name === 'most' ? '≤' : classSymbol(Number(name)),
    limit,
    number: Number(limit),
    target: target !== null && name === String(target),
  }));
}

/** The lines that are shown, and how far down a value lies in a chart so high, whose foot stays free. */
export function scaleOf(code, values, lines, height, foot) {
  const most = Math.max(...values);
  // The first limit above all values shows how far it is; those beyond would press the values flat. The target is shown when it can be.
  const above = Math.min(...lines.map(line => line.number).filter(limit => limit > most), Infinity);
  const shown = lines.filter(line => line.number <= most || line.number === above && above <= most * 3 || line.target && line.number <= most * 4);
  const top = Math.max(most, ...shown.map(line => line.number)) * 1.08 || 1;
  const bottom = code === 'pH' ? Math.min(5, ...values) : Math.min(0, ...values);
  return {shown, y: value => height - foot - (Number(value) - bottom) / (top - bottom) * (height - foot - 4)};
}

/** The target's line when it lies so far above that it is not drawn. */
export const beyond = (lines, shown) => lines.find(line => line.target && !shown.includes(line));

/**
 * The classes at the left end of their lines; one that would cover another gives way, the target's never does.
 *
 * @param high the line that is beyond, if one is
 */
export function limitMarks(shown, y, height, high) {
  const taken = high ? [0] : [];
  const mark = high ? el('span', {class: 'limit-mark of-target beyond', 'aria-hidden': 'true'}, `↑ ${high.name} ${high.limit}`) : null;
  return [mark, ...[...shown].sort((one, other) => Number(other.target) - Number(one.target) || other.number - one.number).map(line => {
    const at = y(line.number) / height;
    if (taken.some(other => Math.abs(other - at) < 18 / height)) {
      return null;
    }
    taken.push(at);
    const made = el('span', {class: line.target ? 'limit-mark of-target' : 'limit-mark', 'aria-hidden': 'true'}, `${line.name} ${line.limit}`);
    made.style.top = `${at * 100}%`;
    return made;
  })];
}
