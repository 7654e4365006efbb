import type { Result } from '../../preload/contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';

/** SESSION_OVER when no staff member is there (any more), STORE_UNAVAILABLE when the parts do not come. */
export type AsStaff = <Value>(
  act: (opened: OpenParts, staffId: string) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>;

/** The parts may never be there: that may be why the technician has come. */
const PARTS_PATIENCE_MS = 3_000;

export function createAsStaff(from: {
  session: Pick<Session, 'snapshot'>;
  parts: Promise<OpenParts>;
}): AsStaff {
  return async (act) => {
    const opened = await withinPatience(from.parts);
    if (opened === null) return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
    const snapshot = from.session.snapshot();
    return snapshot.state === 'technician'
      ? act(opened, snapshot.staffId)
      : { ok: false, error: { code: 'SESSION_OVER' } };
  };
}

async function withinPatience<Value>(pending: Promise<Value>): Promise<Value | null> {
  const patience = Promise.withResolvers<null>();
  const timer = setTimeout(() => patience.resolve(null), PARTS_PATIENCE_MS);
  try {
    return await Promise.race([pending, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
