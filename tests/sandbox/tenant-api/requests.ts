/** What tenants asked for and complained about, as it lies in the landlord's file of requests. */
export interface RequestFile {
  /** The newest first. */
  ofAccount(accountId: string): readonly FiledRequest[];
  /** Those that nobody signed. */
  unsigned(): readonly FiledRequest[];
  withId(requestId: string): FiledRequest | null;
  file(request: NewFiledRequest): FiledRequest;
  add(requestId: string, message: FiledMessage): void;
  setStatus(requestId: string, status: RequestStatus, followUp: string | null): void;
}

export type RequestStatus = 'registered' | 'inProgress' | 'answered' | 'settled' | 'closed';

export interface Subject {
  readonly nature: string;
  readonly topic: string | null;
  readonly place: string | null;
  readonly text: string;
  readonly isAnonymous: boolean;
}

export interface FiledMessage {
  readonly id: string;
  readonly from: 'tenant' | 'landlord';
  readonly author: string | null;
  readonly writtenAt: string;
  readonly text: string;
  readonly attachmentCount: number;
}

export interface NewFiledRequest extends Subject {
  readonly id: string;
  /** Null for what nobody signed: whose it is, somebody finds out. */
  readonly accountId: string | null;
  readonly registeredAt: string;
  readonly attachmentCount: number;
  /** Who says that they wrote it, and how to reach them. */
  readonly from: UnsignedPerson | null;
}

export interface UnsignedPerson {
  readonly name: string;
  readonly tenantNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface FiledRequest extends NewFiledRequest {
  readonly reference: string;
  status: RequestStatus;
  followUp: string | null;
  readonly messages: FiledMessage[];
}

/** Of a year, before anybody asked for anything at a kiosk. */
const FIRST_NUMBER = 500;

export function createRequestFile(before: readonly FiledRequest[]): RequestFile {
  const requests: FiledRequest[] = before.map((request) => ({ ...request, messages: [...request.messages] }));
  let filedCount = 0;
  const withId = (requestId: string) => requests.find(({ id }) => id === requestId) ?? null;

  return {
    ofAccount: (accountId) =>
      requests
        .filter((request) => request.accountId === accountId)
        .toSorted((one, other) => other.registeredAt.localeCompare(one.registeredAt)),
    unsigned: () => requests.filter(({ from }) => from !== null),
    withId,
    file(request) {
      filedCount += 1;
      const number = String(FIRST_NUMBER + filedCount).padStart(4, '0');
      const reference = `D-${request.registeredAt.slice(0, 4)}-${number}`;
      const filed: FiledRequest = {
        ...request,
        reference,
        status: 'registered',
        followUp: null,
        messages: [],
      };
      requests.push(filed);
      return filed;
    },
    add(requestId, message) {
      withId(requestId)?.messages.push(message);
    },
    setStatus(requestId, status, followUp) {
      const request = withId(requestId);
      if (!request) return;
      request.status = status;
      request.followUp = followUp;
    },
  };
}
