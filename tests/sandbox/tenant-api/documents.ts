/** What tenants handed in at a kiosk, as it lies on the landlord's desk. */
export interface ReceivedDocument {
  readonly id: string;
  /** Under which the kiosk handed it in: what cites it names this. */
  readonly key: string;
  readonly accountId: string;
  readonly kind: 'insuranceCertificate' | 'requestProof' | 'identity' | 'other';
  readonly pageCount: number;
  readonly pdf: Uint8Array;
  readonly receivedAt: string;
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
