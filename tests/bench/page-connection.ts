/** As much of the Chrome DevTools Protocol as the bench needs: evaluate, touch, type. */
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from './devtools.ts';

const POLL_MS = 50;

export interface PageConnection {
  /** Evaluates an expression in the page, awaits it, and gives its JSON value. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Touches the middle of the button with this text, once it is there. */
  touch(name: string): Promise<void>;
  type(text: string): Promise<void>;
  close(): void;
}

export async function connectToPage(debuggerPort: number, patienceMs: number): Promise<PageConnection> {
  const { send, close } = await connect(await pageAddress(debuggerPort, patienceMs));

  async function evaluate<Value>(expression: string): Promise<Value> {
    const answer = await send<{ result: { value: Value }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
    );
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  for (const deadline = Date.now() + patienceMs; ; await delay(POLL_MS)) {
    // Until the page is there, it has nothing that could evaluate. A window is born with an empty one, which is
    // complete at once and goes away under whoever asks it for more.
    const state = await evaluate<string>(
      `location.href === 'about:blank' ? 'still empty' : document.readyState`,
    ).catch((error: Error) => error.message);
    if (state === 'complete') break;
    if (Date.now() > deadline) throw new Error(`the page did not load: ${state}`);
  }

  return {
    evaluate,
    async touch(name) {
      const at = await evaluate<{ x: number; y: number }>(middleOfButton(name, patienceMs));
      const press = { ...at, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
      await send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
    },
    type: async (text) => {
      await send('Input.insertText', { text });
    },
    close,
  };
}

async function pageAddress(port: number, patienceMs: number): Promise<string> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(POLL_MS)) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as { type: string; webSocketDebuggerUrl: string }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
  }
  throw new Error('the program opened no page');
}

/** Runs in the page: waits for the button by its accessible text, then tells where to touch. */
function middleOfButton(name: string, patienceMs: number): string {
  return `new Promise((resolve, reject) => {
    const deadline = performance.now() + ${patienceMs};
    const look = () => {
      const buttons = [...document.querySelectorAll('button, [role="button"], a')];
      const button = buttons.find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent).includes(${JSON.stringify(name)}));
      if (button) {
        const { left, top, width, height } = button.getBoundingClientRect();
        resolve({ x: left + width / 2, y: top + height / 2 });
      } else if (performance.now() > deadline) reject(new Error('no such button'));
      else requestAnimationFrame(look);
    };
    look();
  })`;
}
