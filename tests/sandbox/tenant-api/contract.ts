import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Context, type Document, OpenAPIBackend, type Operation } from 'openapi-backend';
import { parse } from 'yaml';
import { type Answer, type ProblemCode, problem } from './answer.ts';
import { createAnswerCheck } from './answer-check.ts';
import { withFormats } from './formats.ts';

export const CONTRACT_FILE = resolve(import.meta.dirname, '../../../main/tenant-api/openapi.yaml');
/** Where the contract's own server has it. */
export const BASE_PATH = '/kiosk/v1';

/** The published contract, as what decides which requests are let in and which answers may leave. */
export interface Contract {
  readonly operationIds: readonly string[];
  operationIdOf(request: Pick<ApiRequest, 'method' | 'path'>): string | null;
  /** Routes, proves, validates, and acts when all is well. */
  handle(request: ApiRequest, trace: Trace): Promise<Answer>;
  /** What in this answer breaks the contract; nothing when it may leave. */
  breachesOf(operationId: string | null, answer: Answer): string[];
  /** Whether its answers carry one, and may be that nothing has changed. */
  hasEtag(operationId: string | null): boolean;
  /** Whether its requests carry bytes that mean nothing to the contract. */
  wantsBytes(operationId: string | null): boolean;
}

/** A request as it came over the wire. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Not yet parsed. Empty where the contract wants bytes. */
  readonly body: string;
  readonly bytes: Buffer;
}

/** What became known of a request on its way, for the log. */
export interface Trace {
  kioskId: string | null;
  isReplay: boolean;
}

/** A request that keeps the contract: right types, defaults filled in. */
export interface ValidRequest {
  readonly operationId: string;
  readonly isWrite: boolean;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Where the contract wants bytes, what came of them. */
  readonly bytes: Buffer;
  /** What each security scheme of the operation found. */
  readonly proofs: Readonly<Record<string, unknown>>;
}

/** What stands behind the contract. */
export interface Deeds {
  readonly operationIds: readonly string[];
  readonly securitySchemes: readonly string[];
  /** @returns proof, or `{ error }` with the code of the refusal */
  prove(scheme: string, operationId: string, headers: Readonly<Record<string, string>>): unknown;
  act(request: ValidRequest, trace: Trace): Promise<Answer>;
}

/** The contract with all its checks made ready: what does not change from one landlord to the next. */
interface CompiledContract {
  readonly backend: OpenAPIBackend;
  readonly operationIds: readonly string[];
  readonly schemes: readonly string[];
  readonly breachesOf: Contract['breachesOf'];
  readonly withEtag: ReadonlySet<string>;
  readonly ofBytes: ReadonlySet<string>;
}

/** To compile the checks is the slow part of a start, and a test run starts the API hundreds of times. */
const compiled = new Map<string, Promise<CompiledContract>>();

export async function openContract(deeds: Deeds, contractFile = CONTRACT_FILE): Promise<Contract> {
  const text = await readFile(contractFile, 'utf8');
  const compiling = compiled.get(text) ?? compile(text);
  compiled.set(text, compiling);
  const { backend, operationIds, schemes, breachesOf, withEtag, ofBytes } = await compiling;
  expectSame('operations', operationIds, deeds.operationIds);
  expectSame('security schemes', schemes, deeds.securitySchemes);

  return {
    operationIds,
    operationIdOf({ method, path }) {
      const operation = backend.router.matchOperation({ method, path, headers: {} });
      return operation ? idOf(operation) : null;
    },
    async handle(request, trace) {
      if (!isDecodable(request.path))
        return problem('request.invalid', { detail: 'path must be percent-encoded' });
      const { method, path, query, headers, body, bytes } = request;
      const received = { method, path, query, headers, ...(body === '' ? {} : { body }) };
      return backend.handleRequest(received, deeds, trace, bytes);
    },
    breachesOf,
    hasEtag: (operationId) => operationId !== null && withEtag.has(operationId),
    wantsBytes: (operationId) => operationId !== null && ofBytes.has(operationId),
  };
}

/** It knows no deeds of its own: each request brings those that stand behind it. */
async function compile(text: string): Promise<CompiledContract> {
  const backend = new OpenAPIBackend({
    definition: withoutOtherServers(parse(text) as Document),
    apiRoot: BASE_PATH,
    ignoreTrailingSlashes: false,
    strict: true,
    // Its check of the document itself knows OpenAPI 3.0 only. The schemas in it are checked as they are compiled.
    quick: true,
    coerceTypes: true,
    // A keyword or a format that Ajv does not know fails the start, instead of being passed over. To hold the
    // schemas against their own schema as well would double the time of the start.
    ajvOpts: { strictSchema: true, useDefaults: true, validateSchema: false },
    customizeAjv: withFormats,
  });
  await backend.init();
  const operations = backend.router.getOperations();
  const operationIds = operations.map(idOf);
  const schemes = Object.keys(backend.definition.components?.securitySchemes ?? {});

  for (const scheme of schemes) {
    backend.registerSecurityHandler(scheme, (context: Context, deeds: Deeds) =>
      deeds.prove(scheme, idOf(context.operation), context.request.headers),
    );
  }
  for (const operationId of operationIds) {
    backend.registerHandler(
      operationId,
      (context: Context, deeds: Deeds, trace: Trace, bytes: Buffer) =>
        refuseMediaType(context) ?? deeds.act(validRequestOf(context, bytes), trace),
    );
  }
  backend.register({
    notFound: () => problem('path.unknown'),
    methodNotAllowed: (context: Context) => problem('method.unknown', { allow: allowedMethods(context) }),
    unauthorizedHandler: (context: Context) => problem(refusalOf(context)),
    validationFail: (context: Context) =>
      problem('request.invalid', { detail: describe(context.validation.errors ?? []) }),
  });
  for (const operationId of operationIds) backend.validator.getRequestValidatorsForOperation(operationId);
  const withEtag = new Set(operations.filter(({ responses }) => responses && '304' in responses).map(idOf));
  const ofBytes = new Set(operations.filter(takesBytes).map(idOf));
  const breachesOf = createAnswerCheck(backend, operations);
  return { backend, operationIds, schemes, breachesOf, withEtag, ofBytes };
}

function takesBytes({ requestBody }: Operation): boolean {
  return (
    requestBody !== undefined && 'content' in requestBody && 'application/octet-stream' in requestBody.content
  );
}

/** What another server has is not reached below this one's path. */
function withoutOtherServers(definition: Document): Document {
  const own = Object.entries(definition.paths ?? {}).filter(([, path]) => !path?.servers);
  return Object.assign(definition, { paths: Object.fromEntries(own) });
}

function validRequestOf(context: Context, bytes: Buffer): ValidRequest {
  const { request, operation } = context;
  return {
    operationId: idOf(operation),
    isWrite: (operation.parameters ?? []).some(
      (parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key',
    ),
    path: request.path,
    pathParameters: request.params,
    query: request.query,
    headers: request.headers,
    body: request.requestBody,
    bytes,
    proofs: context.security,
  };
}

/** openapi-backend reads JSON whatever the request calls it; the contract does not. */
function refuseMediaType({ request, operation }: Context): Answer | null {
  const content =
    operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : null;
  if (content === null) return null;
  const mediaType =
    String(request.headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? '';
  if (Object.hasOwn(content, mediaType)) return null;
  return problem('request.invalid', { detail: `content-type must be ${Object.keys(content).join(' or ')}` });
}

/** The first refusal in the order of the contract's own list. */
function refusalOf({ operation, security }: Context): ProblemCode {
  const proofs: Record<string, unknown> = security;
  for (const scheme of (operation.security ?? []).flatMap(Object.keys)) {
    const proof = proofs[scheme];
    if (typeof proof === 'object' && proof !== null && 'error' in proof) return proof.error as ProblemCode;
  }
  throw new Error(`${idOf(operation)} was refused without a reason.`);
}

function allowedMethods({ api, request }: Context): string {
  const methods = ['get', 'post', 'put', 'patch', 'delete'];
  return methods
    .filter((method) => api.router.matchOperation({ ...request, method }))
    .join(', ')
    .toUpperCase();
}

/** Names the places and what was expected there, never what stood there. */
function describe(errors: NonNullable<Context['validation']['errors']>): string {
  return errors
    .map(({ keyword, instancePath, message }) =>
      keyword === 'parse' ? 'requestBody must be JSON' : `${instancePath.slice(1)} ${message}`,
    )
    .join('; ');
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

/** The sandbox grows with the contract: what one of them has and the other has not is a mistake, told at the start. */
function expectSame(what: string, inContract: readonly string[], here: readonly string[]): void {
  const difference = [...inContract, ...here].filter(
    (name) => inContract.includes(name) !== here.includes(name),
  );
  if (difference.length > 0) {
    throw new Error(`The contract and the sandbox differ in their ${what}: ${difference.join(', ')}.`);
  }
}

function idOf(operation: Operation): string {
  if (!operation.operationId) throw new Error(`${operation.method} ${operation.path} has no operationId.`);
  return operation.operationId;
}
