// Hours are named by their end, the last of a day is 24: 2020-02-12T24 is 23:00–24:00 of the 12th.

const HOUR = 3600_000;

function startOf(label) {
  const [date, hour] = label.split('T');
  return Date.parse(date + 'T00:00:00Z') + (Number(hour) - 1) * HOUR;
}

/** The label of the hour `back` hours before. */
export function hoursBefore(label, back) {
  const start = new Date(startOf(label) - back * HOUR);
  return `${start.toISOString().slice(0, 10)}T${String(start.getUTCHours() + 1).padStart(2, '0')}`;
}

export function hourOf(label) {
  return Number(label.split('T')[1]);
}

/** 15:00–16:00 */
export function clockSpan(hour) {
  const two = n => String(n).padStart(2, '0');
  return `${two(hour - 1)}:00–${two(hour)}:00`;
}

export function addDays(date, days) {
  return new Date(Date.parse(date + 'T00:00:00Z') + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** 0 Monday … 6 Sunday */
export function weekday(date) {
  return (new Date(date + 'T00:00:00Z').getUTCDay() + 6) % 7;
}
