// Tasks as rows: what is one thing to a person is one line, and holds every part that a decision on it must name.

/** What takes a person's judgement comes before what is merely missing or due. */
export const ORDER = ['proposed', 'returned', 'suspect', 'outlier', 'missing', 'hole', 'due'];

const HOUR = 3600_000;
/** The hours of a station are one behind the other; automatic samples come every four hours. */
const STEP = {station: HOUR, section: 4 * HOUR};

/**
 * Hours or samples one after another that lack the same parameters, or that are suspect alike with the same value, are one row: a silent station
 * or a stuck instrument is one line and not hundreds. What is due waits sample by sample.
 */
export function gather(tasks) {
  const rows = [];
  const open = new Map();
  const whole = task => task.why === 'missing' || task.why === 'due';
  for (const each of [...together(tasks.filter(whole)), ...tasks.filter(task => !whole(task)).map(task => ({...task, parameters: [task.parameter]}))]) {
    const alike = [placeOf(each), each.hour.slice(0, 10), each.why, each.parameters, each.value, each.invalid, each.flags, each.state, each.by, each.note].join('|');
    const before = each.proposal || each.why === 'due' ? null : open.get(alike);
    const start = Date.parse(each.start);
    if (before && start - before.last <= STEP[kindOf(each)]) {
      extend(before, each, start);
    } else {
      const row = {...each, id: `${placeOf(each)} ${each.hour} ${each.parameters.join()}`, to: each.hour, hours: 1, last: start, parts: [part(each)]};
      open.set(alike, row);
      rows.push(row);
    }
  }
  return rows;
}

/** @param holes the days of sections that lack samples; nobody can decide on what did not come */
export const holeRows = holes => holes.map(({hours, ...hole}) => ({...hole, lack: hours, hours: 1, why: 'hole', id: `${hole.section} ${hole.date} hole`, hour: hole.date, start: hole.date, parameters: [], parts: []}));

export const inOrder = rows => rows.sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || a.start.localeCompare(b.start) || placeOf(a).localeCompare(placeOf(b)));

const kindOf = task => task.section ? 'section' : 'station';
const placeOf = task => task.station ?? task.section;
const part = task => ({from: task.hour, to: task.hour, parameters: task.parameters, seen: task.seen});

/** Hours make a span; samples stay one by one, since between two of them another may lie that is no task. */
function extend(row, each, start) {
  row.to = each.hour;
  row.hours++;
  row.last = start;
  row.after = each.after;
  row.overdue ||= each.overdue;
  if (row.section) {
    row.parts.push(part(each));
  } else {
    const [span] = row.parts;
    span.to = each.hour;
    span.seen = both(span.seen, each.seen);
  }
}

/** What was seen of several slots is the exclusive or of what was seen of each. */
function both(a, b) {
  return (BigInt('0x' + a) ^ BigInt('0x' + b)).toString(16).padStart(16, '0');
}

/** What is missing of one hour or sample stands together; so does what is due of it, by whoever took it so far. */
function together(tasks) {
  const slots = new Map();
  for (const task of tasks) {
    const key = [placeOf(task), task.hour, task.why, task.state, task.by].join(' ');
    const known = slots.get(key);
    if (known) {
      Object.assign(known, {value: null, overdue: known.overdue || task.overdue, seen: both(known.seen, task.seen)});
      known.parameters.push(task.parameter);
    } else {
      slots.set(key, {...task, parameters: [task.parameter]});
    }
  }
  return [...slots.values()];
}
