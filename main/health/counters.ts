/** What happened, counted in memory until the database is open, and in it from then on. */
import { COUNTERS, type CounterName } from '../../preload/health-contract.ts';
import type { HealthCounter, HealthCountersRepository } from '../store/health-counters-repository.ts';

/** Instants are milliseconds since 1970; null for what never happened. */
export type CounterReading = Readonly<Record<CounterName, { count: number; lastAt: number | null }>>;

export interface Counters {
  count(name: CounterName): void;
  read(): CounterReading;
  keepIn(repository: HealthCountersRepository): void;
}

export function createCounters(now: () => number): Counters {
  const held = new Map<CounterName, HealthCounter>();
  let kept: HealthCountersRepository | null = null;

  return {
    count(name) {
      const counted = { name, count: 1, lastAt: now() };
      // What the disk does not take is not lost: it is held as it was before there was a disk.
      if (!kept?.add(counted).ok) held.set(name, added(held.get(name), counted));
    },
    read() {
      const stored = kept?.all();
      return readingOf([...(stored?.ok ? stored.value : []), ...held.values()]);
    },
    keepIn(repository) {
      kept = repository;
      for (const [name, counted] of held) if (repository.add(counted).ok) held.delete(name);
    },
  };
}

/** Names that another version of the program counted are passed over. */
export function readingOf(counted: readonly HealthCounter[]): CounterReading {
  const entries = COUNTERS.map((name) => {
    const sum = counted
      .filter((each) => each.name === name)
      .reduce<HealthCounter | undefined>((before, each) => added(before, each), undefined);
    return [name, { count: sum?.count ?? 0, lastAt: sum?.lastAt ?? null }] as const;
  });
  return Object.fromEntries(entries) as CounterReading;
}

function added(before: HealthCounter | undefined, more: HealthCounter): HealthCounter {
  if (!before) return more;
  return { ...more, count: before.count + more.count, lastAt: Math.max(before.lastAt, more.lastAt) };
}
