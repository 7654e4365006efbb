import { created } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const createKioskToken: PerformOperation = (_request, { kioskId }, system) => {
  const kiosk = system.kiosks.find(({ id }) => id === kioskId);
  if (!kiosk) throw new Error(`The credential was that of ${kioskId}, which is not enrolled.`);
  return created({
    ...system.tokens.kiosk.issue({ kioskId }),
    kiosk: { id: kiosk.id, agencyId: kiosk.agencyId },
  });
};
