/** How somebody at the kiosk has a member of staff come. */
import * as z from 'zod';
import { failureSchema } from './failures.ts';
import { SCREEN_NAMES } from './screen-names.ts';
import { none, nothing } from './values.ts';

/** One call at a time. It ends with the session. */
const helpCall = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('none') }),
  z.strictObject({ name: z.literal('calling') }),
  /** It stands at the desk. */
  z.strictObject({ name: z.literal('waiting') }),
  /** A member of staff is on the way. */
  z.strictObject({ name: z.literal('taken') }),
  /** Nobody was told. */
  z.strictObject({ name: z.literal('failed'), error: failureSchema }),
]);

export const helpCalls = {
  'help.read': { input: none, output: helpCall },
  /** Again while there is one: nothing more happens. `help.changed` tells what comes of it. */
  'help.call': { input: z.strictObject({ screen: z.enum(SCREEN_NAMES) }), output: nothing },
  'help.callOff': { input: none, output: nothing },
} as const;

export const helpEvents = { 'help.changed': helpCall } as const;

export type HelpCall = z.output<typeof helpCall>;
