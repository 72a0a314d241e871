// Who may take which step: told before the click, so that nobody is refused for what the page could know.

import {t} from './i18n.js';

const REVIEWED = ['first', 'second'];

/**
 * What stands against passing a value, or a day, of this state; null when nothing does.
 *
 * @param by names of those who took it there, as the server joins them
 * @param may what the server says of who looks: person, approve
 */
export function againstPass(state, by, may) {
  if (state === 'final') {
    return t('ruleFinal');
  }
  if (!REVIEWED.includes(state)) {
    return null;
  }
  if (names(by).includes(may.person)) {
    return t('ruleSamePerson', {state: t('state_' + state)});
  }
  return may.approve ? null : t('ruleApprover', {by: names(by).join(', '), state: t('state_' + state)});
}

/** What stands against carrying out a proposal; null when nothing does. */
export function againstApproval(proposal, may) {
  if (proposal.by === may.person) {
    return t('ruleProposer');
  }
  return may.approve ? null : t('ruleApproves', {by: proposal.by});
}

/** What comes of passing what is in this state. */
export const passMakes = (state, by) => REVIEWED.includes(state)
  ? t('passMakesNext', {state: t(state === 'first' ? 'state_second' : 'state_final'), by: names(by).join(', ')}) : t('passMakesFirst');

const names = by => (Array.isArray(by) ? by : [by]).flatMap(each => each.split(', ')).filter(Boolean);
