/**
 * The bridge between the screen and the machine: two functions, and nothing of Electron itself.
 *
 * It checks nothing: main does, in one place, because whoever got past this script could skip its checks.
 */
import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { KioskBridge } from './contract.ts';
import { refuseGestures } from './gestures.ts';
import { giveBackWhenStill } from './give-back.ts';
import { CALL_PIPE, type CallAnswer, EVENT_PIPE } from './wire.ts';

declare const window: EventTarget & { close(): void };

const call = async (channel: unknown, input: unknown): Promise<unknown> => {
  // Main never throws: what fails here is an input that cannot even be carried, such as a function.
  const answer: CallAnswer = await ipcRenderer
    .invoke(CALL_PIPE, channel, input)
    .catch(() => ({ ok: false, code: 'INPUT_INVALID' }));
  if (!answer.ok) throw new Error(answer.code);
  return answer.output;
};

const on = (event: unknown, listen: (payload: unknown) => void): (() => void) => {
  const receive = (_: unknown, name: unknown, payload: unknown): void => {
    if (name === event) listen(payload);
  };
  ipcRenderer.on(EVENT_PIPE, receive);
  return () => ipcRenderer.removeListener(EVENT_PIPE, receive);
};

refuseGestures(window);
giveBackWhenStill(window, () => webFrame.clearCache());
// Electron asks nobody before a page closes its window. Frames within the page: main/kiosk/measures/script-close.ts.
contextBridge.executeInMainWorld({
  func: () => void Object.defineProperty(window, 'close', { value: () => undefined }),
});
contextBridge.exposeInMainWorld('kiosk', { call, on } as KioskBridge);
