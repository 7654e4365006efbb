/** What the screen and the machine say to each other about the sites of partners. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { id, none, nothing, startedPrint } from './values.ts';

/** Why the page of a partner site is not shown. Each has a sentence under `partner.troubles.<name>`. */
export const PARTNER_TROUBLES = [
  'elsewhere',
  'otherProgram',
  'download',
  'noFiles',
  'unreachable',
  'tooSlow',
  'unsafe',
  'crashed',
  'notAnswering',
] as const;

const inEachLanguage = z.strictObject({ fr: z.string(), en: z.string() });

const partnerSite = z.strictObject({
  id,
  name: inEachLanguage,
  description: inEachLanguage,
  /** Tenants follow their own meters there. */
  isMetersPortal: z.boolean(),
});

/** A visit to a partner site. Its page stands in a view of its own, over the place that the screen keeps for it. */
const partnerVisit = z.strictObject({
  siteId: id,
  name: inEachLanguage,
  /** How the session's absolute limit stands at this moment. */
  secondsLeft: z.int().min(0),
  page: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('opening') }),
    z.strictObject({ name: z.literal('shown'), isLoading: z.boolean() }),
    /** The page is covered until the person has read what happened. */
    z.strictObject({
      name: z.literal('trouble'),
      trouble: z.enum(PARTNER_TROUBLES),
      /** Where the page wanted to lead: a host's name and nothing else of the address. */
      host: z.string().max(253).nullable(),
      /** Whether the page from before is still there. */
      canReturn: z.boolean(),
    }),
  ]),
  canGoBack: z.boolean(),
  isPrintable: z.boolean(),
  /** What is typed into now, null when it is no field. */
  field: z.enum(['text', 'email']).nullable(),
});

/** In CSS pixels of the kiosk's page. */
const place = z.strictObject({
  x: z.int().min(0).max(20_000),
  y: z.int().min(0).max(20_000),
  width: z.int().min(0).max(20_000),
  height: z.int().min(0).max(20_000),
});

export const partnerCalls = {
  'partner.list': { input: none, output: z.array(partnerSite) },
  /** Null while no partner site is visited. */
  'partner.read': { input: none, output: partnerVisit.nullable() },
  /** Opens the site's first page, in place of any visit before. */
  'partner.open': { input: z.strictObject({ siteId: id }), output: nothing },
  /** Where the page stands on the screen; null while something of the kiosk's own stands there. */
  'partner.place': { input: place.nullable(), output: nothing },
  /** Away from what is explained, else to the page before. */
  'partner.back': { input: none, output: nothing },
  /** A key of the on-screen keyboard: what it types, or its name in braces. */
  'partner.type': { input: z.strictObject({ key: z.string().min(1).max(16) }), output: nothing },
  /** Answers once the job is known; `printing.changed` tells the rest. */
  'partner.print': { input: none, output: resultOf(startedPrint) },
  /** Everything of the visit is wiped. */
  'partner.close': { input: none, output: nothing },
} as const;

export const partnerEvents = { 'partner.changed': partnerVisit.nullable() } as const;

export type PartnerPlace = z.output<typeof place>;
export type PartnerSiteCard = z.output<typeof partnerSite>;
export type PartnerTrouble = (typeof PARTNER_TROUBLES)[number];
export type PartnerVisit = z.output<typeof partnerVisit>;
