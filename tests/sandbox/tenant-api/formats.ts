import type { AjvCustomizer } from 'openapi-backend';
import { z } from 'zod';

/** The formats that the contract uses. One that is not listed here fails the start. */
const FORMATS = {
  date: z.iso.date(),
  'date-time': z.iso.datetime({ offset: true }),
  uuid: z.uuid(),
} as const;

export const withFormats: AjvCustomizer = (ajv) => {
  for (const [name, schema] of Object.entries(FORMATS)) {
    ajv.addFormat(name, (text) => schema.safeParse(text).success);
  }
  return ajv;
};
