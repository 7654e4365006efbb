/** Who is asking: one kind for each combination of security schemes in openapi.yaml. */
export type Identity =
  /** A machine that is not enrolled: what it sends proves itself. */
  | { kind: 'nobody' }
  /** `assertion`: what the kiosk signed for this one request. */
  | { kind: 'signed'; assertion: string }
  | { kind: 'kiosk'; kioskToken: string }
  | { kind: 'tenant'; kioskToken: string; tenantToken: string }
  | { kind: 'staff'; kioskToken: string; staffToken: string }
  | { kind: 'deposit'; kioskToken: string; depositToken: string };

export function identityHeaders(identity: Identity): Record<string, string> {
  switch (identity.kind) {
    case 'nobody':
      return {};
    case 'signed':
      return { Authorization: `Bearer ${identity.assertion}` };
    case 'kiosk':
      return { Authorization: `Bearer ${identity.kioskToken}` };
    case 'tenant':
      return { Authorization: `Bearer ${identity.kioskToken}`, 'Tenant-Token': identity.tenantToken };
    case 'staff':
      return { Authorization: `Bearer ${identity.kioskToken}`, 'Staff-Token': identity.staffToken };
    case 'deposit':
      return { Authorization: `Bearer ${identity.kioskToken}`, 'Deposit-Token': identity.depositToken };
  }
}
