/** A print that is not finished holds up the end of the session; how it ended says whether to go on with that end. */
import type { PrintJob } from '../../preload/contract.ts';
import type { Session } from './session.ts';

export function holdForPrint(session: Pick<Session, 'hold' | 'release'>, { jobId, state }: PrintJob): void {
  switch (state.name) {
    case 'preparing':
    case 'sending':
    case 'printing':
    case 'waiting':
      session.hold({ reason: 'printing', id: jobId });
      break;
    case 'completed':
    case 'cancelled':
      session.release(jobId, 'done');
      break;
    // The person decides: an end that waited for the paper goes back to them.
    case 'toConfirm':
    case 'failed':
      session.release(jobId, 'failed');
      break;
    default:
      state satisfies never;
  }
}
