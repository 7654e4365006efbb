import type { Page } from 'playwright/test';
import type { CallInput, CallOutput, Channel } from '../../preload/contract.ts';

/** As the screens ask: what a person can do with them is told by their own tests. */
export function ask<C extends Channel>(page: Page, channel: C, input: CallInput<C>): Promise<CallOutput<C>> {
  return page.evaluate(({ channel, input }) => window.kiosk.call(channel, input), { channel, input } as {
    channel: Channel;
    input: never;
  }) as Promise<CallOutput<C>>;
}
