import * as z from 'zod';
import { STAFF_ROLES } from '../../preload/assist-contract.ts';
import type { Result } from '../../preload/contract.ts';

/** A staff member as the landlord's system knows them. */
export const staffMemberSchema = z.strictObject({
  id: z.string(),
  /** As tenants are told it: "Claire D." */
  displayName: z.string(),
  role: z.enum(STAFF_ROLES),
  /** Tenants who they are themselves. */
  tenantNumbers: z.array(z.string()),
});

export type StaffMember = z.output<typeof staffMemberSchema>;

/** What they show, and what they know. */
export type StaffCredentials = ({ badgeNumber: string } | { userName: string }) & { pin: string };

/** What the landlord's system gave them; null when it was not there, and the kiosk knew them from before. */
export interface StaffToken {
  readonly sessionId: string;
  readonly token: string;
  /** An instant, by the landlord's clock: their help here is over by then. */
  readonly expiresAt: string;
}

export interface SignedInStaff {
  readonly member: StaffMember;
  readonly session: StaffToken | null;
}

export interface StaffSignIn {
  /** STAFF_PIN_REFUSED, STAFF_PIN_DELAYED with `retryAfterSeconds`, STAFF_UNKNOWN_OFFLINE, STORE_UNAVAILABLE. */
  signIn(credentials: StaffCredentials): Promise<Result<SignedInStaff>>;
  /** The central API is told, and not waited for. */
  signOut(session: StaffToken): void;
}
