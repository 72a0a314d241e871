// The answers of the server. A problem is thrown with its three parts: found, expected, todo.

export class Problem extends Error {
  constructor(body) {
    super(body.found);
    this.body = body;
  }
}

async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return answer(await fetch(`${path}?${query}`, {headers: {Accept: 'application/json'}}));
}

async function answer(response) {
  if (response.status === 401) {
    window.location.assign('/login');
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Problem(body);
  }
  return body;
}

/** The requests of decisions that have no answer yet, or one that says to send the same again. */
const requests = new Map();

/**
 * Sends a decision of a review. An answer that got lost is asked for again under the same key, which does nothing twice; so is, when the person
 * tries again, one that was not kept or whose turn did not come.
 */
export async function decide(csrf, decision) {
  const {seen, ...asked} = decision;
  const what = JSON.stringify(asked);
  // As it was sent first, with what was seen then: when it was done after all, that is not there any more.
  const {key, body} = requests.get(what) ?? {key: randomKey(), body: JSON.stringify(decision)};
  requests.set(what, {key, body});
  const send = () => fetch('/api/review', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': csrf ?? '', 'Idempotency-Key': key},
    body,
  });
  const response = await send().catch(send);
  if (response.status !== 503) {
    requests.delete(what);
  }
  return answer(response);
}

function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export const review = (subject, from, to) => get('/api/review', {subject, from, to});
export const reviewWaters = (waters, byHand, from, to) => get('/api/review', {waters, byHand: byHand ? 'true' : null, from, to});
export const beside = (section, parameter, at) => get('/api/review/beside', {section, parameter, at});
export const sections = () => get('/api/sections');
export const now = at => get('/api/now', {at});
export const days = (subject, year) => get('/api/days', {subject, year});
export const published = () => get('/api/published');
export const rivers = month => get('/api/rivers', {month});
export const section = (id, until) => get('/api/section', {id, until});
export const sectionDays = (id, year) => get('/api/section/days', {id, year});
export const sectionSamples = (id, day) => get('/api/section/samples', {id, day});
export const account = (subject, target, asOf, whatIf) => get('/api/account', {subject, target, 'as-of': asOf, 'what-if': whatIf});
export const accountDay = (subject, day) => get('/api/account/day', {subject, day});
export const me = () => get('/api/me');
export const logout = csrf => fetch('/logout', {method: 'POST', headers: {'X-CSRF-Token': csrf}, redirect: 'manual'});
export const receipt = (key, asOf) => get('/api/explain', {key, 'as-of': asOf});

export function receiptAddress(key, asOf) {
  return '/api/explain?' + new URLSearchParams({key, ...(asOf ? {'as-of': asOf} : {})});
}
