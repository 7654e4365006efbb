import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import type { PerformOperation } from './operation.ts';
import { refusalOf, requestOf } from './request-of.ts';

export const createRequestMessage: PerformOperation = (request, caller, system) => {
  const found = requestOf(caller, system, request.pathParameters.requestId);
  if (!found) return problem('request.unknown');
  if (found.status === 'closed') return problem('request.closed');
  const { text, attachments, writtenAt } = request.body as {
    text: string;
    attachments: readonly string[];
    writtenAt: string;
  };
  const refusal = refusalOf(text, attachments, found.accountId, system);
  if (refusal) return refusal;
  const id = (request.headers['idempotency-key'] ?? '').toLowerCase();
  const attachmentCount = attachments.length;
  system.requests.add(found.id, {
    ...{ id, text, writtenAt, attachmentCount },
    from: 'tenant',
    author: null,
  });
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};

export const createRequestSettlement: PerformOperation = (request, caller, system) => {
  const found = requestOf(caller, system, request.pathParameters.requestId);
  if (!found) return problem('request.unknown');
  if (found.status === 'closed') return problem('request.closed');
  const { isSettled, text, writtenAt } = request.body as {
    isSettled: boolean;
    text: string | null;
    writtenAt: string;
  };
  const refusal = refusalOf(text, [], found.accountId, system);
  if (refusal) return refusal;
  const id = (request.headers['idempotency-key'] ?? '').toLowerCase();
  if (text !== null) {
    const message = { id, text, writtenAt, attachmentCount: 0 };
    system.requests.add(found.id, { ...message, from: 'tenant', author: null });
  }
  system.requests.setStatus(
    found.id,
    isSettled ? 'settled' : 'inProgress',
    isSettled ? found.followUp : null,
  );
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};
