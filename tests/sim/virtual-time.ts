/** A clock that goes from one event to the next. */
export interface VirtualTime {
  nowSeconds(): number;
  /** Calls `work` once, after so many seconds; answers the way to call it off. */
  after(seconds: number, work: () => void): () => void;
  /** Everything that happens until then has happened when it resolves. */
  runUntil(seconds: number): Promise<void>;
}

interface Event {
  readonly at: number;
  readonly number: number;
  work: (() => void) | null;
}

export function createVirtualTime(): VirtualTime {
  const heap: Event[] = [];
  let now = 0;
  let events = 0;

  return {
    nowSeconds: () => now,
    after(seconds, work) {
      const event: Event = { at: now + seconds, number: events++, work };
      push(heap, event);
      return () => {
        event.work = null;
      };
    },
    async runUntil(seconds) {
      for (let next = heap[0]; next && next.at <= seconds; next = heap[0]) {
        pop(heap);
        if (next.work === null) continue;
        now = next.at;
        next.work();
        // Whatever it promised to others takes place at the same instant.
        await new Promise(setImmediate);
      }
      now = seconds;
    },
  };
}

/** What comes at the same instant comes in the order in which it was asked for. */
function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.number < other.number);
}

function push(heap: Event[], event: Event): void {
  heap.push(event);
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!swapIfBefore(heap, at, parent)) return;
    at = parent;
  }
}

function pop(heap: Event[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const [leftEvent, rightEvent] = [heap[left], heap[right]];
    if (leftEvent === undefined) return;
    const child = rightEvent !== undefined && isBefore(rightEvent, leftEvent) ? right : left;
    if (!swapIfBefore(heap, child, at)) return;
    at = child;
  }
}

function swapIfBefore(heap: Event[], below: number, above: number): boolean {
  const [lower, upper] = [heap[below], heap[above]];
  if (lower === undefined || upper === undefined || !isBefore(lower, upper)) return false;
  heap[above] = lower;
  heap[below] = upper;
  return true;
}
