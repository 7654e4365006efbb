/** Who is asking: one kind for each combination of security schemes in openapi.yaml. */
export type Identity =
  | { kind: 'device'; credential: string }
  | { kind: 'kiosk'; kioskToken: string }
  | { kind: 'tenant'; kioskToken: string; tenantToken: string }
  | { kind: 'deposit'; kioskToken: string; depositToken: string };

export function identityHeaders(identity: Identity): Record<string, string> {
  switch (identity.kind) {
    case 'device':
      return { Authorization: `Bearer ${identity.credential}` };
    case 'kiosk':
      return { Authorization: `Bearer ${identity.kioskToken}` };
    case 'tenant':
      return { Authorization: `Bearer ${identity.kioskToken}`, 'Tenant-Token': identity.tenantToken };
    case 'deposit':
      return { Authorization: `Bearer ${identity.kioskToken}`, 'Deposit-Token': identity.depositToken };
  }
}
