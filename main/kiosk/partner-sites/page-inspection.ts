/**
 * Sees and does in a partner's page what no script of that page can see or stop, through Chromium's own DevTools
 * protocol: which field has the focus, keys typed into it, no file chooser, no way round the network's rules. There is
 * no preload script in there, and the script that watches the focus lives in a world of its own, which the page does
 * not know.
 */
import type { Debugger, WebContents } from 'electron';
import * as z from 'zod';
import type { PartnerVisit } from '../../../preload/partner-contract.ts';
import type { Log } from '../../log/log.ts';
import { keyStrokes } from './key-strokes.ts';

export type Field = PartnerVisit['field'];

export interface PageInspection {
  /** One key of the on-screen keyboard. */
  type(key: string): Promise<void>;
  /** Resolves when the page has answered. One that hangs never does, until it is closed. */
  askWhetherAlive(): Promise<void>;
}

const WORLD = 'kiosk';
const BINDING = 'tellKiosk';

/** A page that chatters to its console would keep the kiosk busy listening. */
const MOST_MESSAGES_A_SECOND = 400;

/** Electron lets every page close itself, and asks nobody. */
const NO_CLOSE = `Object.defineProperty(window, 'close', { value: () => undefined });`;

/**
 * WebRTC's TCP and WebTransport's UDP pass by all that is asked before a request: with them a site would reach the
 * payment terminal, the printer and whatever else stands in the building. A shared worker has the one of them, too,
 * and nobody can look into it. The sites that people come here for do without.
 */
const NO_WAY_ROUND = `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker']) {
  // Not deleted: a worker is given some of them only later.
  Object.defineProperty(globalThis, name, { value: undefined });
}`;
/** What has scripts of its own, in a process or a thread of its own. */
const INHABITED = ['iframe', 'worker'] as const;

const TURN = 'new Promise((resolve) => setTimeout(resolve))';

const attached = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ type: z.enum(INHABITED) }),
});
const detached = z.object({ sessionId: z.string() });
const called = z.object({
  name: z.literal(BINDING),
  payload: z.enum(['text', 'email', 'none']),
  executionContextId: z.int(),
});
const destroyed = z.object({ executionContextId: z.int() });

/** Runs in each frame. Says which kind of field has the focus, whenever that changes. */
const WATCH_FOCUS = `(() => {
  const NOT_TYPED = ['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit'];
  const LEAVING_MS = 50;
  const innermost = (root) => {
    const element = root.activeElement;
    return element && element.shadowRoot ? innermost(element.shadowRoot) ?? element : element;
  };
  const kindOf = (element) => {
    if (!element || element.readOnly || element.disabled) return 'none';
    if (element.localName === 'input') {
      if (NOT_TYPED.includes(element.type)) return 'none';
      return element.type === 'email' ? 'email' : 'text';
    }
    return element.localName === 'textarea' || element.isContentEditable ? 'text' : 'none';
  };
  let told = 'none';
  const tell = () => {
    const kind = kindOf(innermost(document));
    if (kind !== told) globalThis.${BINDING}(told = kind);
  };
  addEventListener('focusin', tell, true);
  // On the way from one field to the next there is none.
  addEventListener('focusout', () => setTimeout(tell, LEAVING_MS), true);
  addEventListener('pointerup', () => setTimeout(tell, LEAVING_MS), true);
  // The on-screen keyboard takes room away: what is typed into stays in sight.
  addEventListener('resize', () => { if (told !== 'none') innermost(document)?.scrollIntoViewIfNeeded(); });
  tell();
})()`;

/** @param contents has a page already, or the protocol would not answer */
export async function inspectPage(
  contents: WebContents,
  parts: { onField: (field: Field) => void; onFileWish: () => void; onLost: () => void; log: Log },
): Promise<PageInspection> {
  const { onField, onFileWish, onLost, log } = parts;
  const devTools: Debugger = contents.debugger;
  /** Of each frame with one. Their news may overtake each other when the focus goes from frame to frame. */
  const fields = new Map<string, 'text' | 'email'>();
  let messages = 0;
  let countedSinceMs = performance.now();

  if (!devTools.isAttached()) devTools.attach('1.3');
  devTools.on('detach', onLost);
  devTools.on('message', (_event, method, params, sessionId) => {
    if (method.startsWith('Runtime.')) countMessage(sessionId);
    switch (method) {
      case 'Runtime.bindingCalled': {
        const call = called.safeParse(params);
        if (call.success) noteField(sessionId, call.data.executionContextId, call.data.payload);
        break;
      }
      case 'Runtime.executionContextDestroyed': {
        const gone = destroyed.safeParse(params);
        if (gone.success) noteField(sessionId, gone.data.executionContextId, 'none');
        break;
      }
      case 'Page.fileChooserOpened':
        log.warn('partner.file-dialog-refused');
        onFileWish();
        break;
      case 'Target.attachedToTarget': {
        const found = attached.safeParse(params);
        if (found.success) void prepareHeldBack(found.data);
        break;
      }
      case 'Target.detachedFromTarget': {
        const frame = detached.safeParse(params);
        if (frame.success) forgetFields(frame.data.sessionId);
        break;
      }
      case 'Runtime.executionContextsCleared':
        forgetFields(sessionId);
        break;
    }
  });
  await prepare(undefined);

  return {
    async askWhetherAlive() {
      // Not a mere "1": a debugger is answered even by a page that goes round in a circle.
      await send('Runtime.evaluate', { expression: TURN, awaitPromise: true });
    },

    async type(key) {
      for (const stroke of keyStrokes(key)) {
        await send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke });
        const { text: _, ...released } = stroke;
        await send('Input.dispatchKeyEvent', { type: 'keyUp', ...released });
      }
    },
  };

  async function prepare(sessionId: string | undefined): Promise<void> {
    await Promise.all([
      send('Page.enable', {}, sessionId),
      send('Runtime.enable', {}, sessionId),
      send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }, sessionId),
      send(
        'Page.addScriptToEvaluateOnNewDocument',
        { source: WATCH_FOCUS, worldName: WORLD, runImmediately: true },
        sessionId,
      ),
      send('Page.addScriptToEvaluateOnNewDocument', { source: NO_CLOSE }, sessionId),
      send('Page.addScriptToEvaluateOnNewDocument', { source: NO_WAY_ROUND }, sessionId),
      // A key touched on the kiosk's own page is no reason for the site to believe that the person has left the field.
      send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId),
      send('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true }, sessionId),
      holdBackWhatComes(sessionId),
    ]);
  }

  function holdBackWhatComes(sessionId: string | undefined): Promise<unknown> {
    const filter = INHABITED.map((type) => ({ type }));
    const how = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter };
    return send('Target.setAutoAttach', how, sessionId);
  }

  /** A worker has no fields and no pages, but it may make other workers. */
  async function prepareWorker(sessionId: string): Promise<void> {
    await Promise.all([
      send('Runtime.evaluate', { expression: NO_WAY_ROUND }, sessionId),
      holdBackWhatComes(sessionId),
    ]);
  }

  /** A worker, or a frame from another site, which lives in a process of its own: both wait until they are prepared. */
  async function prepareHeldBack({ sessionId, targetInfo }: z.output<typeof attached>): Promise<void> {
    try {
      await (targetInfo.type === 'worker' ? prepareWorker(sessionId) : prepare(sessionId));
      await send('Runtime.runIfWaitingForDebugger', {}, sessionId);
    } catch {
      // It was gone before it was ready; what cannot be prepared stays held back.
      log.info('partner.frame-gone');
    }
  }

  function noteField(
    sessionId: string | undefined,
    contextId: number,
    kind: 'text' | 'email' | 'none',
  ): void {
    const frame = `${sessionId ?? ''}:${contextId}`;
    fields.delete(frame);
    if (kind !== 'none') fields.set(frame, kind);
    tellField();
  }

  function forgetFields(sessionId: string | undefined): void {
    for (const frame of fields.keys()) if (frame.startsWith(`${sessionId ?? ''}:`)) fields.delete(frame);
    tellField();
  }

  function tellField(): void {
    onField([...fields.values()].at(-1) ?? null);
  }

  function countMessage(sessionId: string | undefined): void {
    messages += 1;
    const nowMs = performance.now();
    if (nowMs - countedSinceMs > 1_000) {
      countedSinceMs = nowMs;
      messages = 0;
    }
    if (messages !== MOST_MESSAGES_A_SECOND) return;
    log.warn('partner.chatter-shut-out');
    send('Runtime.disable', {}, sessionId || undefined).catch(() => log.info('partner.frame-gone'));
  }

  function send(method: string, params: object, sessionId?: string): Promise<unknown> {
    return devTools.sendCommand(method, params, sessionId);
  }
}
