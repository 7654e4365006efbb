import { createDoor } from './door.ts';

export interface QuickPayWish {
  /** What was scanned; null when the person is still to say which notice. */
  readonly code: string | null;
}

/**
 * Whether somebody wants to pay a rent notice without signing in: by a touch, or by a scan from wherever they are. Both
 * can come before the app is there, so this stands between the two. Each knock is a new wish, though the same code was
 * scanned again.
 */
export const quickPayDoor = createDoor((code: string | null): QuickPayWish => ({ code }));
