/** What tenants handed in at a kiosk, as it lies on the landlord's desk. */
export interface ReceivedDocument {
  readonly id: string;
  /** Under which the kiosk handed it in: what cites it names this. */
  readonly key: string;
  /** Null until the landlord has found out whose it is. */
  readonly accountId: string | null;
  /** Who handed it in without signing in. */
  readonly from: Depositor | null;
  /** For which days, as they say themselves. */
  readonly insured: { readonly from: string; readonly to: string } | null;
  readonly kind: 'insuranceCertificate' | 'requestProof' | 'identity' | 'other';
  readonly pageCount: number;
  readonly pdf: Uint8Array;
  readonly receivedAt: string;
}

export interface Depositor {
  readonly name: string;
  readonly tenantNumber: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Documents {
  /** The newest last. */
  all(): readonly ReceivedDocument[];
  withKey(key: string): ReceivedDocument | null;
  /** Answers the id it is filed under. */
  file(document: Omit<ReceivedDocument, 'id'>): string;
}

export function createDocuments(): Documents {
  const received: ReceivedDocument[] = [];
  return {
    all: () => received,
    withKey: (key) => received.find((document) => document.key === key.toLowerCase()) ?? null,
    file(document) {
      const id = `document-${received.length + 1}`;
      received.push({ id, ...document });
      return id;
    },
  };
}
