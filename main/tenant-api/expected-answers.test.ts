import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { expectedAnswers } from './expected-answers.ts';

interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
}

interface Contract {
  paths: Record<string, Record<string, Operation>>;
}

const contract = parse(readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8')) as Contract;

test('every operation of the contract has the answer that the contract gives it', () => {
  const promised = Object.values(contract.paths)
    // The telephone's page stands on another server, and is not the kiosk's to call.
    .filter((path) => !Object.hasOwn(path, 'servers'))
    .flatMap((path) => Object.values(path))
    .map((operation) => [
      operation.operationId,
      Object.keys(operation.responses).filter((status) => status.startsWith('2')),
    ]);

  const expected = Object.values(expectedAnswers).map((answer) => [answer.operationId, [`${answer.status}`]]);

  expect(expected.toSorted()).toEqual(promised.toSorted());
});
