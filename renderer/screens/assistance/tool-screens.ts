/** The staff member's tools that are seldom opened, each fetched when it is. */
import { lazyScreen } from '../../app/lazy-screen.tsx';

export const { Screen: WalkInAccount } = lazyScreen(
  async () => (await import('../walk-in-account/walk-in-account.tsx')).WalkInAccount,
);
