// Who is logged in, and the way out. Nothing to see where nobody needs to log in.

import * as api from './api.js';
import {el, replace} from './dom.js';
import {t} from './i18n.js';

let me = null;

export async function loadSession() {
  me = await api.me();
}

/** What a request that changes something must carry; null when nobody is logged in. */
export function csrf() {
  return me?.csrf ?? null;
}

export function showSession(host) {
  if (!me?.actor) {
    replace(host);
    return;
  }
  const out = el('button', {type: 'button', class: 'quiet logout'}, t('logout'));
  out.addEventListener('click', async () => {
    await api.logout(me.csrf);
    window.location.assign('/login');
  });
  replace(host, el('span', {}, t('loggedIn', {name: me.name})), ' ', out);
}
