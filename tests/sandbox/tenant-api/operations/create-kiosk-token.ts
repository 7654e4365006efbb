import { created } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const createKioskToken: PerformOperation = (_request, { kioskId, credentialId }, system) => {
  const kiosk = system.register.kiosks.find(({ id }) => id === kioskId);
  if (!kiosk || credentialId === null)
    throw new Error(`The proof was that of ${kioskId}, which there is not.`);
  return created({
    ...system.tokens.kiosk.issue({ kioskId }),
    kiosk: { id: kiosk.id, agencyId: kiosk.agencyId },
    ...system.register.used(credentialId),
  });
};
