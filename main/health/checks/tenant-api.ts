import type { ErrorCode } from '../../../preload/contract.ts';
import type { HealthCode } from '../../../preload/health-contract.ts';
import type { ApiProbe } from '../../tenant-api/probe.ts';
import type { PartCheck } from '../part-check.ts';

const CODES: Partial<Record<ErrorCode, HealthCode>> = {
  API_UNREACHABLE: 'API_UNREACHABLE',
  API_TIMEOUT: 'API_TIMEOUT',
  API_BROKEN_ANSWER: 'API_BROKEN_ANSWER',
  KIOSK_NOT_RECOGNISED: 'KIOSK_NOT_RECOGNISED',
  KIOSK_NOT_ENROLLED: 'KIOSK_NOT_ENROLLED',
  KIOSK_CLOCK_WRONG: 'CLOCK_WRONG',
  API_NOT_PINNED: 'API_NOT_PINNED',
  API_CERTIFICATE_EXPIRED: 'API_CERTIFICATE_EXPIRED',
  API_CERTIFICATE_UNTRUSTED: 'API_CERTIFICATE_UNTRUSTED',
  API_CERTIFICATE_OF_ANOTHER: 'API_CERTIFICATE_OF_ANOTHER',
  KEYRING_UNAVAILABLE: 'KEYRING_UNAVAILABLE',
};

/** Whether the central API is there and accepts this machine. */
export function checkTenantApi(baseUrl: string, probe: () => Promise<ApiProbe>): PartCheck {
  return {
    part: 'tenantApi',
    async check() {
      const { outcome, durationMs } = await probe();
      const facts = { address: new URL(baseUrl).host, durationMs };
      if (outcome.ok) return { state: 'fit', code: 'OK', facts };
      return { state: 'unfit', code: CODES[outcome.error.code] ?? 'API_REFUSED', facts };
    },
  };
}
