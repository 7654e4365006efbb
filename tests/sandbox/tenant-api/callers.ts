import type { ProblemCode } from './answer.ts';
import type { LandlordSystem } from './landlord-system.ts';

/** Who makes a request, as far as its tokens prove it. */
export interface Caller {
  readonly kioskId: string;
  /** The one that was signed with, where something was. */
  readonly credentialId: string | null;
  /** Proven by a tenant token or a deposit token. */
  readonly tenantId: string | null;
  /** The token itself, for signing out. */
  readonly tenantToken: string | null;
}

/** What one security scheme of the contract found: proof, or the problem to answer with. */
export type Proof = Partial<Caller> | { readonly error: ProblemCode };

interface ShownTokens {
  readonly operationId: string;
  readonly idempotencyKey: string;
  readonly authorization: string;
  readonly tenantToken: string;
  readonly depositToken: string;
  readonly staffToken: string;
}

/** One check per security scheme of the contract, under its name there. */
export const SECURITY_SCHEMES: Readonly<
  Record<string, (shown: ShownTokens, system: LandlordSystem) => Proof | Promise<Proof>>
> = {
  kioskAssertion: (shown, system) =>
    system.register.prove(bearerOf(shown.authorization), shown.idempotencyKey),

  kioskToken(shown, system) {
    const found = system.tokens.kiosk.find(bearerOf(shown.authorization));
    switch (found.state) {
      case 'valid':
        // Whoever takes a kiosk's credential away does not wait for the end of its token.
        return system.register.knows(found.holder.kioskId) ? found.holder : { error: 'token.invalid' };
      case 'expired':
        return { error: 'token.expired' };
      case 'unknown':
        return { error: 'token.invalid' };
    }
  },

  tenantToken(shown, system) {
    const found = system.tokens.tenant.find(shown.tenantToken);
    // Signing out a session that is over already is what was wished for.
    if (
      shown.operationId === 'deleteCurrentTenantSession' &&
      shown.tenantToken !== '' &&
      found.state !== 'valid'
    ) {
      return { tenantToken: shown.tenantToken };
    }
    if (found.state === 'expired') return { error: 'token.expired' };
    if (found.state === 'unknown' || found.holder.kioskId !== kioskOf(shown, system)) {
      return { error: 'token.invalid' };
    }
    return { tenantId: found.holder.tenantId, tenantToken: shown.tenantToken };
  },

  staffToken(shown, system): Proof {
    const found = system.staff.tokens.find(shown.staffToken);
    // Signing out a session that is over already is what was wished for.
    if (shown.operationId === 'deleteStaffSession' && found.state !== 'valid') return {};
    if (found.state === 'expired') return { error: 'token.expired' };
    if (found.state === 'unknown' || found.holder.kioskId !== kioskOf(shown, system)) {
      return { error: 'token.invalid' };
    }
    return {};
  },

  /** No kiosk has one. */
  deskSession: () => ({ error: 'token.invalid' }),

  depositToken(shown, system) {
    const found = system.tokens.deposit.find(shown.depositToken);
    if (found.state === 'expired') return { error: 'token.expired' };
    if (found.state === 'unknown' || found.holder.kioskId !== kioskOf(shown, system)) {
      return { error: 'token.invalid' };
    }
    return { tenantId: found.holder.tenantId };
  },
};

/** A person's token is good on the kiosk it was given to, and on no other. */
function kioskOf(shown: ShownTokens, system: LandlordSystem): string | null {
  const found = system.tokens.kiosk.find(bearerOf(shown.authorization));
  return found.state === 'valid' ? found.holder.kioskId : null;
}

export function bearerOf(authorization: string): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
