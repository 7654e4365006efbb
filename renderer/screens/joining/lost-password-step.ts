/** How far somebody is who has lost their password. It lives as long as the screens of somebody who has not signed in. */
export type LostPasswordStep =
  | { name: 'email' }
  /** `email`: where to, whatever is typed since. `sentAtMs`: by `performance.now()`. */
  | { name: 'code'; email: string; isAgain: boolean; sentAtMs: number; againAfterSeconds: number }
  | { name: 'password' };

export const LOST_PASSWORD_BEGINS: LostPasswordStep = { name: 'email' };
