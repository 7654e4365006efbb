import * as z from 'zod';
import { configSchema } from './config-schema.ts';

type Schema = { [key: string]: unknown };

/**
 * The schema that editors use for every file of `kiosk-config/`, as JSON Schema 2020-12.
 *
 * A file may give any part of the configuration, so nothing is required in it; what is missing once the files
 * are laid over each other is found when the kiosk starts. A list is replaced whole, so its items stay complete.
 */
export function publishedSchema(): Schema {
  return withoutRequired(z.toJSONSchema(configSchema, { io: 'input' }) as Schema);
}

function withoutRequired(schema: Schema): Schema {
  const { required: _, properties, ...rest } = schema;
  if (!properties) return rest;
  const entries = Object.entries(properties as Record<string, Schema>);
  return {
    ...rest,
    properties: Object.fromEntries(entries.map(([key, value]) => [key, withoutRequired(value)])),
  };
}
