/** No page saves anything on this machine. */
import type { Session } from 'electron';
import type { Log } from '../../log/log.ts';
import type { Measure, OnAttempt } from '../measure.ts';

export function downloads(session: Pick<Session, 'on' | 'off'>, log: Log, onAttempt: OnAttempt): Measure {
  const refuse = (event: { preventDefault(): void }): void => {
    log.warn('request.download-refused');
    onAttempt('download');
    event.preventDefault();
  };

  return {
    name: 'downloads',
    apply: () => void session.on('will-download', refuse),
    undo: () => void session.off('will-download', refuse),
  };
}
