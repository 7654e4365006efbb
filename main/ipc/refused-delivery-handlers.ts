import type { Result } from '../../preload/contract.ts';
import type { refusedDeliveryCalls } from '../../preload/refused-deliveries-contract.ts';
import type { AsStaff } from './as-staff.ts';
import type { Handlers } from './router.ts';

export function refusedDeliveryHandlers(from: {
  asStaff: AsStaff;
}): Pick<Handlers, keyof typeof refusedDeliveryCalls> {
  const { asStaff } = from;
  return {
    'staff.listRefusedDeliveries': () => asStaff(({ refusedDeliveries }) => refusedDeliveries.list()),
    'staff.tryDeliveryAgain': ({ deliveryId }) =>
      asStaff(({ refusedDeliveries }, staffId) => done(refusedDeliveries.tryAgain(deliveryId, staffId))),
    'staff.setDeliveryAside': ({ deliveryId }) =>
      asStaff(({ refusedDeliveries }, staffId) => done(refusedDeliveries.setAside(deliveryId, staffId))),
  };
}

function done(result: Result<void>): Result<Record<string, never>> {
  return result.ok ? { ok: true, value: {} } : result;
}
