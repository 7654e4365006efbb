/** Stand-ins for Electron's program and pages, as far as the measures look at them. */
import { EventEmitter } from 'node:events';
import type { App, WebContents } from 'electron';
import { vi } from 'vitest';

export class StandInPage extends EventEmitter {
  readonly getType = vi.fn(() => 'window');
  readonly isDestroyed = vi.fn(() => false);
  readonly setWindowOpenHandler = vi.fn<(handler: () => { action: string }) => void>();
  readonly setWebRTCIPHandlingPolicy = vi.fn<(policy: string) => void>();
  readonly setVisualZoomLevelLimits = vi.fn(async (_min: number, _max: number) => undefined);
  readonly loadURL = vi.fn(async (_address: string) => undefined);
  readonly debugger = new StandInDebugger();

  asContents(): WebContents {
    return this as unknown as WebContents;
  }
}

class StandInDebugger extends EventEmitter {
  #isAttached = false;
  readonly attach = vi.fn(() => {
    this.#isAttached = true;
  });
  readonly detach = vi.fn(() => {
    this.#isAttached = false;
  });
  readonly isAttached = vi.fn(() => this.#isAttached);
  readonly sendCommand = vi.fn(async (_method: string, _parameters?: object) => ({}));
}

/** A program in which pages can be opened. */
export class StandInApp extends EventEmitter {
  open(page = new StandInPage()): StandInPage {
    this.emit('web-contents-created', {}, page);
    return page;
  }

  asApp(): App {
    return this as unknown as App;
  }
}

/** Something that Electron asks about, and that can be refused. */
export function question() {
  return { preventDefault: vi.fn() };
}

/** Emits it and tells whether somebody refused. */
export function isRefused(emitter: EventEmitter, event: string, ...rest: unknown[]): boolean {
  const asked = question();
  emitter.emit(event, asked, ...rest);
  return asked.preventDefault.mock.calls.length > 0;
}
