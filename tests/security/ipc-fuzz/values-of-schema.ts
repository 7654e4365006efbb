/** Values that a schema of the contract accepts, made from the schema alone: a channel that comes later is covered. */
import fc from 'fast-check';
import * as z from 'zod';

/** As much of JSON Schema as zod writes for the contract. */
interface Shape {
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** Lists in the contract have no end; a few items show what a list does. */
const MOST_ITEMS = 4;

export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  // What may be left out altogether has no shape in JSON Schema.
  if (schema.safeParse(undefined).success) return fc.constant(undefined);
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  // A pattern and a refinement may ask for more than the shape says.
  return valuesOfShape(shape).filter((value) => schema.safeParse(value).success);
}

function valuesOfShape(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if ('const' in shape) return fc.constant(shape.const);
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices) return fc.oneof(...choices.map(valuesOfShape));
  if (shape.allOf) {
    return fc.tuple(...shape.allOf.map(valuesOfShape)).map((parts) => Object.assign({}, ...parts));
  }
  switch (shape.type) {
    case 'object':
      return objectsOf(shape);
    case 'array': {
      const { minItems = 0, maxItems = MOST_ITEMS } = shape;
      return fc.array(shape.items ? valuesOfShape(shape.items) : fc.jsonValue(), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
      });
    }
    case 'string':
      return textsOf(shape);
    case 'integer':
      return fc.integer(limitsOf(shape, 1));
    case 'number':
      return fc.double({ ...limitsOf(shape, Number.EPSILON), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      // Bytes have no shape in JSON Schema.
      return fc.oneof(fc.jsonValue(), fc.uint8Array({ maxLength: 64 }));
  }
}

function objectsOf({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
  const models = Object.entries(properties).map(([key, shape]) => [key, valuesOfShape(shape)] as const);
  return fc.record(Object.fromEntries(models), { requiredKeys: [...required], noNullPrototype: true });
}

function textsOf({ pattern, minLength = 0, maxLength = 64 }: Shape): fc.Arbitrary<string> {
  if (pattern === undefined) return fc.string({ minLength, maxLength, unit: 'grapheme' });
  return fc.stringMatching(new RegExp(pattern));
}

function limitsOf({ minimum, exclusiveMinimum, maximum }: Shape, step: number) {
  const min = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step);
  return { ...(min === undefined ? {} : { min }), ...(maximum === undefined ? {} : { max: maximum }) };
}
