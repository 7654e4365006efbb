/** What a scanner has read, handed to the screen while somebody can make use of it. */
import type { EventPayload, SessionSnapshot } from '../../preload/contract.ts';
import { looksLikeTrack } from '../devices/keyboard-wedge/track-shaped-input.ts';
import type { Log } from '../log/log.ts';
import { looksLikeCardNumber } from '../payment/terminal/card-number.ts';
import type { Session } from '../session/session.ts';
import { readNoticeCode } from './notice-code.ts';

/** As many characters as the contract lets through. A code of ours has 30. */
const MOST_CHARACTERS = 80;

const SOMEBODY_THERE: readonly SessionSnapshot['state'][] = ['signedOut', 'tenant'];

export function createScans(parts: {
  session: Pick<Session, 'snapshot' | 'begin' | 'activity'>;
  tell: (scanned: EventPayload<'rentNotice.scanned'>) => void;
  log: Log;
}): (text: string) => void {
  const { session, tell, log } = parts;

  return (text) => {
    // One reference in ten has the check digit of a card, too: what is a notice's is believed to be one.
    if (!readNoticeCode(text) && (looksLikeTrack(text) || looksLikeCardNumber(text))) {
      log.warn('rent-notice.card-scanned');
      return;
    }
    // Whoever holds their notice before the scanner wants to begin.
    if (session.snapshot().state === 'attract') session.begin();
    const isWanted = SOMEBODY_THERE.includes(session.snapshot().state);
    log.info('rent-notice.scanned', { isWanted });
    if (!isWanted) return;
    session.activity();
    // Something else than a notice is told, too: the person learns that it is none.
    tell({ code: text.slice(0, MOST_CHARACTERS) });
  };
}
