/** Sites of other organisations that people may visit from the kiosk, within its lock. */
import * as z from 'zod';
import { isCovered, isOriginPattern, isSafeScheme } from './origin-pattern.ts';

const MOST_SITES = 8;

const line = z.string().min(1).max(60);
const sentence = z.string().min(1).max(160);

const originPattern = z
  .string()
  .refine(
    isOriginPattern,
    'an origin such as https://www.caf.fr or https://*.caf.fr (http:// only on this machine)',
  );

const partnerSite = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens'),
    name: z.strictObject({ fr: line, en: line }),
    description: z
      .strictObject({ fr: sentence, en: sentence })
      .describe('What one does there, in a sentence.'),
    startUrl: z
      .string()
      .max(500)
      .refine(isSafeAddress, 'an https:// address (http:// only on this machine)')
      .describe('The page that opens first.'),
    allowedOrigins: z
      .array(originPattern)
      .min(1)
      .max(40)
      .describe(
        'Where its pages may lead, those that it needs to sign in included. Everything else is refused.',
      ),
    resourceOrigins: z
      .union([z.literal('any-https'), z.array(originPattern).max(80)], {
        error: '"any-https", or a list of origins such as https://cdn.example',
      })
      .describe(
        'Where its pictures, styles and scripts may come from besides: a list, or "any-https" for a site that ' +
          'does not say. Either way never from this machine or from the local network.',
      ),
    printable: z.boolean().describe('Whether its pages may be printed on this kiosk.'),
    metersPortal: z
      .boolean()
      .optional()
      .describe(
        'Whether tenants follow their own meters there: it is then offered beside their consumption, too.',
      ),
  })
  .refine(({ startUrl, allowedOrigins }) => startsInside(startUrl, allowedOrigins), {
    path: ['startUrl'],
    message: 'an address within allowedOrigins',
  });

export const partnerSites = z
  .array(partnerSite)
  .max(MOST_SITES)
  .refine((sites) => new Set(sites.map(({ id }) => id)).size === sites.length, {
    message: 'sites of different ids',
  });

export type PartnerSite = z.output<typeof partnerSite>;

function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isSafeScheme(url) && !url.username && !url.password;
}

function startsInside(startUrl: string, allowedOrigins: readonly string[]): boolean {
  // What is no safe address, or no origin, has been named already.
  if (!isSafeAddress(startUrl) || !allowedOrigins.every(isOriginPattern)) return true;
  return isCovered(new URL(startUrl), allowedOrigins);
}
