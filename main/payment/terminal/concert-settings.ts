/** What terminals that speak Concert, by whatever line, are told alike. */
import * as z from 'zod';

export const registerNumber = z
  .string()
  .regex(/^[0-9]{2}$/, 'two digits')
  .default('01')
  .describe('The number of this register, as set on the terminal.');

export const answerTimeoutSeconds = z
  .int()
  .min(30)
  .max(600)
  .default(180)
  .describe('How long a payment may take in all. Longer than the terminal gives the person.');
