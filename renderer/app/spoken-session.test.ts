import { expect, test, vi } from 'vitest';
import type { Locale, SessionSnapshot } from '../../preload/contract.ts';
import type { SessionStore } from './session-store.ts';
import { createSpokenSession } from './spoken-session.ts';

const inFrench = attract('fr');
const inEnglish = attract('en');

test('what is in a language that is known is told at once', () => {
  const main = session(inFrench);
  const spoken = createSpokenSession(main.store, languages(['fr', 'en']));
  const told = vi.fn();
  spoken.subscribe(told);

  main.becomes(inEnglish);

  expect(spoken.read()).toBe(inEnglish);
  expect(told).toHaveBeenCalledExactlyOnceWith(inEnglish);
});

test('a language that is not known yet is learnt first, and the screen stays as it was until then', async () => {
  const main = session(inFrench);
  const known = languages(['fr']);
  const spoken = createSpokenSession(main.store, known);

  main.becomes(inEnglish);

  expect(spoken.read()).toBe(inFrench);
  known.learnt();
  await vi.waitFor(() => expect(spoken.read()).toBe(inEnglish));
  expect(known.spoken).toEqual(['fr', 'en']);
});

test('what has changed while a language was learnt is what is told', async () => {
  const main = session(inFrench);
  const known = languages(['fr']);
  const spoken = createSpokenSession(main.store, known);
  const told = vi.fn();
  spoken.subscribe(told);

  main.becomes(inEnglish);
  const again = attract('fr');
  main.becomes(again);
  known.learnt();
  await known.allLearnt;

  expect(spoken.read()).toBe(again);
  expect(told).toHaveBeenCalledExactlyOnceWith(again);
});

test('nothing is told before main has said anything', () => {
  expect(createSpokenSession(session(null).store, languages(['fr'])).read()).toBeNull();
});

function attract(locale: Locale): SessionSnapshot {
  return { state: 'attract', access: { locale, textSize: 'normal', contrast: 'standard' }, ended: null };
}

function session(first: SessionSnapshot | null) {
  let current = first;
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const store: SessionStore = {
    read: () => current,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
  return {
    store,
    becomes(snapshot: SessionSnapshot) {
      current = snapshot;
      for (const listen of listeners) listen(snapshot);
    },
  };
}

function languages(locales: readonly Locale[]) {
  const known = new Set(locales);
  const spoken: Locale[] = [];
  const learning = Promise.withResolvers<void>();
  return {
    spoken,
    knows: (locale: Locale) => known.has(locale),
    learn: (locale: Locale) => learning.promise.then(() => void known.add(locale)),
    speak: (locale: Locale) => void spoken.push(locale),
    learnt: () => learning.resolve(),
    allLearnt: learning.promise.then(() => undefined),
  };
}
