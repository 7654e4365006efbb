import type { ApiProbe } from '../../tenant-api/probe.ts';
import type { PartCheck } from '../part-check.ts';

/** Deliveries and receipts carry the kiosk's time; half a minute is what people still take for the same time. */
const DEGRADED_FROM_SECONDS = 30;
/** From five minutes on, certificates and tokens that are good are refused (the tolerance of Kerberos, too). */
const UNFIT_FROM_SECONDS = 300;

/** This machine's clock against the central API's. */
export function checkClock(probe: () => Promise<ApiProbe>): PartCheck {
  return {
    part: 'clock',
    async check() {
      const { aheadMs } = await probe();
      if (aheadMs === null) return { state: 'degraded', code: 'CLOCK_NOT_COMPARED', facts: {} };
      const aheadSeconds = Math.round(aheadMs / 1_000);
      const facts = { aheadSeconds };
      const off = Math.abs(aheadSeconds);
      if (off < DEGRADED_FROM_SECONDS) return { state: 'fit', code: 'OK', facts };
      return { state: off < UNFIT_FROM_SECONDS ? 'degraded' : 'unfit', code: 'CLOCK_WRONG', facts };
    },
  };
}
