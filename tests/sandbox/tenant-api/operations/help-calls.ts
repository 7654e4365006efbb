import { created, noContent, ok, problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const createHelpCall: PerformOperation = (request, { kioskId }, { helpCalls }) => {
  const { screen } = request.body as { screen: string };
  const { id, state } = helpCalls.create(kioskId, screen);
  return created({ id, state });
};

export const readHelpCall: PerformOperation = (request, { kioskId }, { helpCalls }) => {
  const call = helpCalls.find(request.pathParameters.helpCallId ?? '', kioskId);
  return call ? ok({ id: call.id, state: call.state }) : problem('help_call.unknown');
};

export const deleteHelpCall: PerformOperation = (request, { kioskId }, { helpCalls }) => {
  const call = helpCalls.find(request.pathParameters.helpCallId ?? '', kioskId);
  if (call) helpCalls.close(call.id);
  return noContent();
};
