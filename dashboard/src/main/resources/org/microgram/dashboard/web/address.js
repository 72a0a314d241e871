// The whole state of the page is its address: a link shows what the sender saw.

/**
 * at: an hour, or null for the newest; year; lang; table; asOf; figure: the receipt that is open, or null; page: 'review', 'rivers',
 * 'section' or null for the wall; of: air or water in the review; subject, from, to, byHand: what is reviewed, why: the only reason listed, row:
 * what is looked at there; month: of the rivers or the last of a section, or null for the newest;
 * section: its id; day: whose samples are shown; target: of the account, through: the last day that is gone in it.
 */
export function read() {
  const query = new URLSearchParams(location.search);
  return {
    at: query.get('at'),
    year: query.get('year'),
    lang: query.get('lang') === 'en' ? 'en' : 'zh',
    table: query.get('table') === '1',
    asOf: query.get('as-of'),
    figure: explained(),
    page: /^#\/(review|rivers|section|account)\b/.exec(location.hash)?.[1] ?? null,
    of: /^#\/review\/water\b/.test(location.hash) ? 'water' : 'air',
    byHand: query.get('by-hand'),
    why: query.get('why'),
    row: query.get('row'),
    subject: query.get('subject'),
    from: query.get('from'),
    to: query.get('to'),
    month: query.get('month'),
    section: /^#\/section\/([\w.-]+)/.exec(location.hash)?.[1] ?? null,
    day: query.get('day'),
    target: query.get('target'),
    through: query.get('through'),
  };
}

function explained() {
  const match = /^#(?:\/[\w./-]+&)?explain=(.+)$/.exec(location.hash);
  if (!match) {
    return null;
  }
  try {
    // + is how some writers put a blank
    return decodeURIComponent(match[1].replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

/** @param push whether one can go back to what was before */
export function write(state, push = false) {
  const query = new URLSearchParams();
  for (const [name, value] of [['at', state.at], ['year', state.year], ['as-of', state.asOf],
    ['subject', state.subject], ['from', state.from], ['to', state.to], ['by-hand', state.byHand], ['why', state.why], ['row', state.row], ['month', state.month], ['day', state.day], ['target', state.target], ['through', state.through]]) {
    if (value) {
      query.set(name, value);
    }
  }
  if (state.lang === 'en') {
    query.set('lang', 'en');
  }
  if (state.table) {
    query.set('table', '1');
  }
  const search = query.toString();
  const place = state.page === 'section' ? `/section/${state.section ?? ''}` : state.page === 'review' && state.of === 'water' ? '/review/water' : state.page ? '/' + state.page : null;
  const parts = [place, state.figure ? 'explain=' + encodeURIComponent(state.figure) : null];
  const hash = parts.some(Boolean) ? '#' + parts.filter(Boolean).join('&') : '';
  history[push ? 'pushState' : 'replaceState'](null, '', location.pathname + (search ? '?' + search : '') + hash);
}

export function linkTo(key) {
  const url = new URL(location.href);
  url.hash = 'explain=' + encodeURIComponent(key);
  return url.href;
}
