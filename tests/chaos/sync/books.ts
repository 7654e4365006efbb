/** What was entered at the kiosk, held against what the landlord has. */

export interface Entered {
  /** Known again in the landlord's books: no two wishes of all runs have the same. */
  readonly number: number;
  /** Null when the kiosk died before it said that it was saved: then it may be, or not. */
  readonly deliveryId: string | null;
  /** What shares one goes one after the other; money first is a lane of its own. */
  readonly lane: string;
  /** The delivery that had to be there before. */
  readonly cites: string | null;
}

/** How often the landlord has each, by number, and in which order the deliveries took effect. */
export interface LandlordBooks {
  readonly times: ReadonlyMap<number, number>;
  readonly order: readonly string[];
}

export interface Differences {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: readonly string[];
}

export function compare(entered: readonly Entered[], landlord: LandlordBooks): Differences {
  const times = ({ number }: Entered) => landlord.times.get(number) ?? 0;
  return {
    lost: entered.filter((one) => one.deliveryId !== null && times(one) === 0).map(nameOf),
    doubled: entered.filter((one) => times(one) > 1).map(nameOf),
    disordered: disorderedIn(entered, landlord.order),
  };
}

export function areEqual({ lost, doubled, disordered }: Differences): boolean {
  return lost.length === 0 && doubled.length === 0 && disordered.length === 0;
}

function disorderedIn(entered: readonly Entered[], order: readonly string[]): string[] {
  const placeOf = new Map(order.map((deliveryId, place) => [deliveryId, place]));
  const latest = new Map<string, number>();
  const disordered: string[] = [];
  for (const one of entered) {
    const place = one.deliveryId === null ? undefined : placeOf.get(one.deliveryId);
    if (place === undefined) continue;
    const before = latest.get(one.lane) ?? -1;
    const cited = one.cites === null ? undefined : placeOf.get(one.cites);
    if (place < before || (cited !== undefined && place < cited)) disordered.push(nameOf(one));
    latest.set(one.lane, Math.max(before, place));
  }
  return disordered;
}

function nameOf({ number, lane }: Entered): string {
  return `wish ${number} (${lane})`;
}
