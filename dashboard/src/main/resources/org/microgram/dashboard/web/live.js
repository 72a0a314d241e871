// Hears what changed and says it once things are quiet for a moment: a backfill changes thousands of rows a second.

const QUIET = 400;
const AT_MOST = 2000;

/**
 * @param changed called with the changes since the last call
 * @param connected called with true or false
 * @param ticked called when the platform says what time it is
 */
export function listen(changed, connected, ticked) {
  let waiting = [];
  let timer = null;
  let since = 0;
  const flush = () => {
    timer = null;
    const changes = waiting;
    waiting = [];
    changed(changes);
  };
  const source = new EventSource('/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  source.addEventListener('tick', event => ticked(JSON.parse(event.data)));
  source.addEventListener('changed', event => {
    if (waiting.length === 0) {
      since = performance.now();
    }
    waiting.push(...JSON.parse(event.data).changes);
    if (performance.now() - since < AT_MOST) {
      clearTimeout(timer);
      timer = setTimeout(flush, QUIET);
    } else if (timer === null) {
      timer = setTimeout(flush, 0);
    }
  });
  return source;
}
