/** What everybody may know, as the screens see it: what was fetched, and what the configuration says of this agency. */
import type { Result } from '../../preload/contract.ts';
import type { Information, ResidenceAlert } from '../../preload/information-contract.ts';
import { PAYMENT_METHODS } from '../../preload/payment-methods.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { ReferenceDataRepository } from '../store/reference-data-repository.ts';
import type { After } from '../sync/lanes.ts';
import { expectedAnswers } from '../tenant-api/expected-answers.ts';
import type { ResidenceAlert as ApiAlert, KnownAnswers, PublicReads } from '../tenant-api/tenant-api.ts';
import { createReferenceData, type ReferenceData } from './reference-data.ts';

export interface InformationRoom {
  read(): Information;
  /** What passers-by in this hall may know. Those that are over are left out. */
  publicAlerts(): ResidenceAlert[];
  /** What whoever lives in one of these residences may know. */
  alertsOf(residenceIds: readonly string[]): ResidenceAlert[];
  start(): void;
  /** The API answers again. */
  wake(): void;
  stop(): void;
}

/** A lift that has stopped is known within ten minutes. */
const ALERTS_EVERY_SECONDS = 600;

/** What changes a few times a year. */
const OTHERS_EVERY_SECONDS = 6 * 3_600;

/** Until the landlord's are known. */
const OF_THE_LEAFLET = PAYMENT_METHODS.map((method) => ({ method, inShort: null, note: null }));

export function openInformation(from: {
  config: Pick<KioskConfig, 'agency'>;
  api: PublicReads;
  rows: ReferenceDataRepository;
  onPublicAlerts: (alerts: ResidenceAlert[]) => void;
  after: After;
  log: Log;
  now?: () => number;
  random?: () => number;
}): InformationRoom {
  const { config, api, onPublicAlerts, now = Date.now } = from;
  const { agency } = config;
  let told = JSON.stringify([]);
  let turn: Promise<unknown> = Promise.resolve();

  const numbers = keep('useful-numbers', 'readUsefulNumbers', OTHERS_EVERY_SECONDS);
  const agencies = keep('agencies', 'readAgencies', OTHERS_EVERY_SECONDS);
  const texts = keep('practical-texts', 'readPracticalTexts', OTHERS_EVERY_SECONDS);
  const methods = keep('payment-methods', 'readPaymentMethods', OTHERS_EVERY_SECONDS);
  const alerts = keep('residence-alerts', 'readResidenceAlerts', ALERTS_EVERY_SECONDS, tellPassersBy);
  const all: readonly ReferenceData<unknown>[] = [alerts, numbers, agencies, texts, methods];

  return {
    read: () => ({
      here: {
        agencyId: agency.id,
        name: agency.name,
        addressLines: agency.addressLines,
        phone: agency.phone,
        openingHours: agency.openingHours,
      },
      numbers: numbers.read()?.items ?? [],
      agencies: agencies.read()?.items ?? [],
      texts: texts.read()?.items ?? [],
      paymentMethods: methods.read()?.items ?? OF_THE_LEAFLET,
    }),
    publicAlerts,
    alertsOf: (residenceIds) =>
      current(({ residences }) => residences.some(({ id }) => residenceIds.includes(id))),
    start() {
      for (const one of all) one.start();
    },
    wake() {
      for (const one of all) one.wake();
    },
    stop() {
      for (const one of all) one.stop();
    },
  };

  /** What has changed, and what is over by now though nobody has said so. */
  function tellPassersBy(): void {
    const shownNow = publicAlerts();
    const text = JSON.stringify(shownNow);
    if (text === told) return;
    told = text;
    onPublicAlerts(shownNow);
  }

  function publicAlerts(): ResidenceAlert[] {
    return current(({ audience, agencyId }) => audience === 'everybody' && agencyId === agency.id);
  }

  /** Those that begin first come first. */
  function current(isMeant: (alert: ApiAlert) => boolean): ResidenceAlert[] {
    return (alerts.read()?.items ?? [])
      .filter((alert) => isMeant(alert) && !isOver(alert))
      .map(shown)
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  }

  function isOver({ endsAt }: ApiAlert): boolean {
    return endsAt !== null && Date.parse(endsAt) <= now();
  }

  /** One after the other, over one connection: none is in the way of what a person asks for. */
  function inTurn<Answered>(ask: () => Promise<Answered>): Promise<Answered> {
    const answered = turn.then(ask);
    turn = Promise.allSettled([answered]);
    return answered;
  }

  function keep<Operation extends keyof PublicReads>(
    name: string,
    operation: Operation,
    everySeconds: number,
    onTried?: () => void,
  ) {
    type Value = Awaited<ReturnType<PublicReads[Operation]>> extends Result<infer Read> ? Read : never;
    return createReferenceData<Value>({
      ...from,
      name,
      schema: expectedAnswers[operation].body as never,
      fetch: (known: KnownAnswers) => inTurn(() => api[operation](known) as Promise<Result<Value>>),
      everySeconds,
      ...(onTried ? { onTried } : {}),
    });
  }
}

function shown({ audience: _audience, agencyId: _agencyId, ...alert }: ApiAlert): ResidenceAlert {
  return {
    ...alert,
    startsAt: new Date(alert.startsAt).toISOString(),
    endsAt: alert.endsAt === null ? null : new Date(alert.endsAt).toISOString(),
  };
}
