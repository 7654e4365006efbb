/** Sends what the screen looks like to whoever guides from the desk, masked before it leaves the page. */
import type { eventWithTime } from '@rrweb/types';
import { record } from 'rrweb';
import { isPersonAlone, watchAlone } from './alone.ts';
import { createGate, type Gate, isAnswer } from './gate.ts';

export interface Mirror {
  /** The whole screen once more. */
  again(): void;
  /** The element that the desk means, if it is there and on the screen. */
  find(node: number): Element | null;
  stop(): void;
}

/** Together in one message: what changes in one frame of the screen. */
const TOGETHER_MS = 16;

/** Neither read nor counted by the recorder. */
const BLOCKED = [
  ...[
    'input',
    'textarea',
    'select',
    'canvas',
    'img',
    'video',
    'iframe',
    'svg:not(.lucide)',
    '[data-private]',
  ],
  ...['.on-screen-keyboard', '.figure-pad', '.staff__pad', '.signature-pad', '.print-preview'],
].join(', ');

export function startMirror(wishes: {
  isOwnText: (text: string) => boolean;
  /** Masked events, as JSON. */
  send: (events: string) => void;
  onAlone: (isAlone: boolean) => void;
  onTouch: (node: number) => void;
}): Mirror {
  const { isOwnText, send, onAlone, onTouch } = wishes;
  let waiting: eventWithTime[] = [];
  let timer: number | undefined;
  let gate: Gate | null = null;
  let stopRecording: (() => void) | undefined;

  const flush = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    // What was seen on the way to a screen that concerns nobody else does not go out either.
    if (events.length > 0 && !isPersonAlone(document)) send(JSON.stringify(events));
  };

  const begin = () => {
    const own = createGate(isOwnText);
    gate = own;
    stopRecording = record({
      emit(event) {
        const passed = gate === own ? own.pass(event) : null;
        if (!passed) return;
        waiting.push(passed);
        timer ??= window.setTimeout(flush, TOGETHER_MS);
      },
      blockSelector: BLOCKED,
      // Before the gate, and besides it.
      maskAllInputs: true,
      maskInputFn: () => '',
      maskTextSelector: '*',
      maskTextFn: (text) => (text.trim() === '' || isOwnText(text) ? text : '•••••'),
      ignoreSelector: '*',
      slimDOMOptions: 'all',
      inlineStylesheet: false,
      inlineImages: false,
      collectFonts: false,
      recordCanvas: false,
      sampling: { mousemove: false, mouseInteraction: false, scroll: 100, input: 'last' },
    });
  };

  const end = () => {
    stopRecording?.();
    stopRecording = undefined;
    gate = null;
    clearTimeout(timer);
    timer = undefined;
    waiting = [];
  };

  const touched = ({ target }: Event) => {
    if (!gate || !(target instanceof Element) || isAnswer(target)) return;
    const touchable = target.closest('button, a, [role="button"], .tile');
    const node = touchable ? record.mirror.getId(touchable) : -1;
    if (node > 0 && gate.isOpen(node)) onTouch(node);
  };

  const stopWatching = watchAlone(document, (isAlone) => {
    onAlone(isAlone);
    if (isAlone) end();
    else begin();
  });
  document.addEventListener('click', touched, { capture: true, passive: true });
  if (isPersonAlone(document)) onAlone(true);
  else begin();

  return {
    again: () => {
      onAlone(gate === null);
      if (gate) record.takeFullSnapshot();
    },
    find(node) {
      if (!gate?.isOpen(node)) return null;
      const found = record.mirror.getNode(node);
      return found instanceof Element && found.isConnected ? found : null;
    },
    stop() {
      stopWatching();
      document.removeEventListener('click', touched, { capture: true });
      end();
    },
  };
}
