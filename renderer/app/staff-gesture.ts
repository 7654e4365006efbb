/**
 * How staff ask for the code pad, on any screen: the four corners clockwise from the upper left and back to it, within
 * eight seconds; on a keyboard Escape, seven times. Nobody comes upon it by chance, and it leads to a code pad only.
 */
import { EVENTS_OF_A_TOUCH } from './touch-events.ts';

export const GESTURE_MS = 8_000;
export const ESCAPES = 7;

type Corner = 'upperLeft' | 'upperRight' | 'lowerRight' | 'lowerLeft';

const ROUND: readonly Corner[] = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft', 'upperLeft'];
/** Of the screen's shorter side: about the width of a large button. */
const CORNER_SHARE = 0.1;
/**
 * A person may well touch one corner after another by chance, and what stands there is meant for them. From the third
 * in a row on it is the gesture, and must not press "I am finished".
 */
const GESTURE_FROM_TOUCH = 3;

/** @returns the way to stop watching */
export function watchStaffGesture(
  screen: Window,
  recognise: () => void,
  nowMs: () => number = () => performance.now(),
): () => void {
  const round = createSequence(ROUND, nowMs);
  const escapes = createSequence(
    Array.from({ length: ESCAPES }, () => 'Escape'),
    nowMs,
  );
  let isGesture = false;

  const touch = (event: Event) => {
    if (event.type === 'pointerdown') {
      const { clientX, clientY } = event as PointerEvent;
      const step = round.next(cornerAt(clientX, clientY, screen));
      isGesture = step >= GESTURE_FROM_TOUCH;
      if (step === ROUND.length) recognise();
    }
    if (!isGesture) return;
    event.stopImmediatePropagation();
    // Heard by nobody, a click on a form's button would still send the form.
    if (event.type === 'click') event.preventDefault();
  };
  const press = ({ key, repeat }: KeyboardEvent) => {
    if (!repeat && escapes.next(key) === ESCAPES) recognise();
  };

  for (const name of EVENTS_OF_A_TOUCH) screen.addEventListener(name, touch, { capture: true });
  screen.addEventListener('keydown', press, { capture: true });
  return () => {
    for (const name of EVENTS_OF_A_TOUCH) screen.removeEventListener(name, touch, { capture: true });
    screen.removeEventListener('keydown', press, { capture: true });
  };
}

function cornerAt(x: number, y: number, { innerWidth, innerHeight }: Window): Corner | null {
  const reach = CORNER_SHARE * Math.min(innerWidth, innerHeight);
  const side = x < reach ? 'Left' : x > innerWidth - reach ? 'Right' : null;
  const end = y < reach ? 'upper' : y > innerHeight - reach ? 'lower' : null;
  return side && end ? `${end}${side}` : null;
}

/** Counts how far a sequence has come; what does not belong begins it anew, and so does time. */
function createSequence(wanted: readonly string[], nowMs: () => number) {
  let reached = 0;
  let begunAtMs = 0;
  return {
    /** @returns how many in a row are right, this one included */
    next(given: string | null): number {
      if (reached === wanted.length || nowMs() - begunAtMs > GESTURE_MS) reached = 0;
      if (given !== wanted[reached]) reached = 0;
      if (given !== wanted[reached]) return 0;
      if (reached === 0) begunAtMs = nowMs();
      reached += 1;
      return reached;
    },
  };
}
