/** The two names that Electron's message pipe knows. Which call or event it is stands inside the message. */
export const CALL_PIPE = 'kiosk:call';
export const EVENT_PIPE = 'kiosk:event';

/** What main answers on the call pipe. Electron would wrap a thrown error in text of its own, so none is thrown. */
export type CallAnswer = { ok: true; output: unknown } | { ok: false; code: string };
