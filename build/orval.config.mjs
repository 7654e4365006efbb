import { resolve } from 'node:path';

const room = resolve(import.meta.dirname, '../main/tenant-api');
const contract = {
  target: `${room}/openapi.yaml`,
  // The page for telephones and what the desk asks for are not the kiosk's to call; a relay is no request.
  filters: { mode: 'exclude', tags: ['telephone', 'desk', 'relay'] },
};

/** Two outputs of one contract: the client (types and one function per operation) and the answers' schemas. */
export default {
  client: {
    input: contract,
    output: {
      target: `${room}/generated/operations.ts`,
      schemas: `${room}/generated/model`,
      client: 'axios-functions',
      override: { mutator: { path: `${room}/send.ts`, name: 'send' } },
    },
  },
  answers: {
    input: contract,
    output: {
      target: `${room}/generated/answers.ts`,
      client: 'zod',
      override: {
        zod: { generate: { response: true, body: true, param: false, query: false, header: false } },
      },
    },
  },
};
