import { type OpenAPIBackend, type Operation, ValidationContext } from 'openapi-backend';
import type { Answer } from './answer.ts';

/** Checks status, media type, headers and body. An answer of no operation (unknown path) is checked as a problem. */
export type CheckAnswer = (operationId: string | null, answer: Answer) => string[];

/** What the contract says of one status of one operation, references resolved. */
interface Rule {
  readonly headers?: Readonly<Record<string, { readonly schema: object }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
type Rules = Readonly<Record<string, Rule>>;

type Ajv = ReturnType<OpenAPIBackend['validator']['getAjv']>;
type Validate = ReturnType<Ajv['compile']>;

/** A rule, compiled: one check for each header and for each media type. */
interface RuleChecks {
  readonly headers: readonly (readonly [name: string, validate: Validate])[];
  readonly bodies: ReadonlyMap<string, Validate>;
}

/** Compiles all the rules at once, so that one that cannot be checked fails the start. */
export function createAnswerCheck(
  { definition, validator }: OpenAPIBackend,
  operations: readonly Operation[],
): CheckAnswer {
  const bodyAjv = validator.getAjv(ValidationContext.Response);
  const headerAjv = validator.getAjv(ValidationContext.ResponseHeaders, { coerceTypes: true });
  const anyProblem = definition.components?.responses?.Problem as Rule | undefined;
  if (!anyProblem) throw new Error('The contract has no response named Problem.');

  const ofNoOperation = compile({ default: anyProblem });
  const ofOperation = new Map(
    operations.map(({ operationId, responses }) => [operationId, compile(responses as Rules)]),
  );

  function compile(rules: Rules): ReadonlyMap<string, RuleChecks> {
    return new Map(
      Object.entries(rules).map(([status, { headers = {}, content = {} }]) => [
        status,
        {
          headers: Object.entries(headers).map(
            ([name, { schema }]) =>
              [name, headerAjv.compile({ type: 'object', properties: { [name]: schema } })] as const,
          ),
          bodies: new Map(
            Object.entries(content).map(([mediaType, { schema }]) => [mediaType, bodyAjv.compile(schema)]),
          ),
        },
      ]),
    );
  }

  return (operationId, answer) => {
    const checks = operationId === null ? ofNoOperation : ofOperation.get(operationId);
    const check = checks?.get(String(answer.status)) ?? checks?.get('default');
    if (!check) return [`status ${answer.status} is not in the contract`];
    return [...breachesInHeaders(check, answer), ...breachesInBody(check, answer)];
  };
}

function breachesInHeaders({ headers }: RuleChecks, answer: Answer): string[] {
  // Checked on a copy: a header is text, and is turned into what the contract calls it.
  const given = { ...answer.headers };
  return headers.flatMap(([name, validate]) =>
    given[name] === undefined || validate(given) ? [] : [`header ${errorsOf(validate)}`],
  );
}

function breachesInBody({ bodies }: RuleChecks, { contentType, body }: Answer): string[] {
  if (contentType === null) return bodies.size === 0 ? [] : ['the body is missing'];
  const validate = bodies.get(contentType);
  if (!validate) return [`media type ${contentType} is not in the contract`];
  return validate(body) ? [] : [`body${errorsOf(validate)}`];
}

function errorsOf({ errors }: Validate): string {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
}
