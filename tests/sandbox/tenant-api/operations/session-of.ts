import type { Tenant } from '../books.ts';
import { maskedEmail } from '../joining/masked-email.ts';
import type { LandlordSystem } from '../landlord-system.ts';

/** What a kiosk is given when somebody has proven there who they are. */
export function sessionOf(tenant: Tenant, kioskId: string, { tokens }: LandlordSystem) {
  const holder = { kioskId, tenantId: tenant.id };
  return {
    ...tokens.tenant.issue(holder),
    depositToken: tokens.deposit.issue(holder).token,
    tenant: {
      id: tenant.id,
      number: tenant.number,
      displayName: tenant.displayName,
      maskedEmail: tenant.emailOnFile === null ? null : maskedEmail(tenant.emailOnFile),
      maskedMobile: maskedNumber(tenant.profile.inForce.contact.mobilePhone),
    },
  };
}

/** `+33612345678` → `06 •• •• •• 78` */
function maskedNumber(mobile: string | null): string | null {
  const [, first, last] = /^\+33(\d)\d{6}(\d\d)$/.exec(mobile ?? '') ?? [];
  return first && last ? `0${first} •• •• •• ${last}` : null;
}
