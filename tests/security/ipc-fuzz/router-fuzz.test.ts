/** The gate between screen and machine, with thousands of inputs a channel in every state of a session. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rights } from '../../../main/ipc/rights.ts';
import { createRouter, type Handlers } from '../../../main/ipc/router.ts';
import { type Channel, calls, ERROR_CODES, type SessionSnapshot } from '../../../preload/contract.ts';
import { inputsFor, MARKER } from './nonsense.ts';
import { valuesOf } from './values-of-schema.ts';

const RUNS_A_CHANNEL = 2_000;
/** Of a channel that takes nothing: they are many, and the one schema of all of them refuses the same for each. */
const RUNS_OF_NOTHING = 200;
/** A second each where nothing else runs. */
const PATIENCE_MS = 60_000;
/** More than any text or list that a person makes at a kiosk; nothing of the sort is to get past the gate. */
const LARGEST_INPUT_CHARACTERS = 4_096;
const LONGEST_LOG_LINE = 300;

const NOTHING = calls['session.begin'].input;
const codes = new Set<string>(ERROR_CODES);
const channels = Object.keys(calls) as Channel[];
const states = [...new Set(Object.values(rights).flat())];
const ownFrame = { url: 'app://kiosk/index.html', parent: null };

describe.each(channels)('%s', { timeout: PATIENCE_MS }, (channel) => {
  test('answers whatever it is handed by its contract, and nothing wrong gets through', async () => {
    const { input, output } = calls[channel];
    const gate = openGate();
    const attempts = fc.tuple(inputsFor(input), fc.constantFrom(...states), answersFor(output));

    await fc.assert(
      fc.asyncProperty(attempts, async ([handedIn, state, handedOut]) => {
        const { answer, handled, logged } = await gate.call(channel, handedIn, state, handedOut);

        const isRight = input.safeParse(handedIn).success;
        const isHandled = isRight && rights[channel].includes(state);
        // One look at all of it: a hundred thousand attempts are looked at.
        const faults = {
          handledAnotherNumberOfTimes: handled.length !== (isHandled ? 1 : 0),
          tooMuchGotThrough: handled.some((given) => sizeOf(given) > LARGEST_INPUT_CHARACTERS),
          answeredUnasked: answer.ok && handled.length !== 1,
          answerIsNone: answer.ok ? !output.safeParse(answer.output).success : !codes.has(answer.code),
          logTells: logged.includes(MARKER) || logged.length >= LONGEST_LOG_LINE,
        };
        expect(namesOfTrue(faults)).toEqual([]);
      }),
      { numRuns: input === NOTHING ? RUNS_OF_NOTHING : RUNS_A_CHANNEL },
    );
  });

  test('takes what is right, where it is allowed', async () => {
    const gate = openGate();
    const [allowed] = rights[channel];
    const attempts = fc.tuple(valuesOf(calls[channel].input), valuesOf(calls[channel].output));

    await fc.assert(
      fc.asyncProperty(attempts, async ([handedIn, handedOut]) => {
        const { answer } = await gate.call(channel, handedIn, allowed ?? 'starting', () => handedOut);

        expect(answer).toMatchObject({ ok: true });
      }),
      { numRuns: 100 },
    );
  });
});

test('no other name is a channel', async () => {
  const gate = openGate();
  const names = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
    fc
      .tuple(fc.constantFrom(...channels), fc.constantFrom(...DISTORTIONS))
      .map(([name, distort]) => distort(name)),
  );

  await fc.assert(
    fc.asyncProperty(names, fc.constantFrom(...states), async (name, state) => {
      fc.pre(!channels.includes(name as Channel));

      const { answer, handled, logged } = await gate.call(name, undefined, state, () => undefined);

      expect(answer).toEqual({ ok: false, code: 'CHANNEL_UNKNOWN' });
      expect(handled).toEqual([]);
      expect(logged.length).toBeLessThan(LONGEST_LOG_LINE);
    }),
    { numRuns: RUNS_A_CHANNEL },
  );
});

test('no other frame is answered, whatever it asks for and whatever it looks like', async () => {
  const gate = openGate();
  const callers = fc.record({
    senderFrame: fc.option(
      fc.record({ url: fc.constantFrom(ownFrame.url, 'about:blank'), parent: fc.anything() }),
    ),
  });

  await fc.assert(
    fc.asyncProperty(callers, fc.constantFrom(...channels), async (caller, channel) => {
      const { answer, handled } = await gate.call(channel, undefined, 'tenant', () => undefined, caller);

      expect(answer).toEqual({ ok: false, code: 'SENDER_REFUSED' });
      expect(handled).toEqual([]);
    }),
    { numRuns: RUNS_A_CHANNEL },
  );
});

const DISTORTIONS: readonly ((name: string) => unknown)[] = [
  (name) => `${name} `,
  (name) => ` ${name}`,
  (name) => name.toUpperCase(),
  (name) => name.replace('.', ''),
  (name) => name.replace('.', '..'),
  (name) => `${name}\0`,
  (name) => name.slice(1),
  (name) => [name],
  (name) => ({ toString: () => name }),
  (name) => new String(name),
];

/** What a handler may do: answer as it should, answer nonsense, or throw something with a person's data in it. */
function answersFor(output: Parameters<typeof valuesOf>[0]): fc.Arbitrary<() => unknown> {
  return fc.oneof(
    valuesOf(output).map((value) => () => value),
    inputsFor(output).map((value) => () => value),
    fc.constant(() => {
      throw new Error(`no account for ${MARKER}`);
    }),
  );
}

function openGate() {
  let state: SessionSnapshot['state'] = 'starting';
  let act: () => unknown = () => undefined;
  let handled: unknown[] = [];
  let logged = '';
  const keep = (event: string, facts: unknown = {}) => {
    logged += `${event} ${JSON.stringify(facts)}\n`;
  };
  const handler = (given: unknown) => {
    handled.push(given);
    return act();
  };
  const router = createRouter({
    handlers: Object.fromEntries(channels.map((channel) => [channel, handler])) as unknown as Handlers,
    isOwnFrame: (frame) => frame === ownFrame,
    assistedGate: () => null,
    sessionState: () => state,
    log: { info: keep, warn: keep, error: keep },
  });

  return {
    async call(
      channel: unknown,
      input: unknown,
      inState: SessionSnapshot['state'],
      handOut: () => unknown,
      caller: Parameters<typeof router.answer>[0] = { senderFrame: ownFrame },
    ) {
      state = inState;
      act = handOut;
      handled = [];
      logged = '';
      return { answer: await router.answer(caller, channel, input), handled, logged };
    },
  };
}

function namesOfTrue(faults: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(faults).filter((name) => faults[name]);
}

function sizeOf(value: unknown): number {
  return (JSON.stringify(value) ?? '').length;
}
