/** An online account that a tenant creates at the kiosk. It is finished on their telephone, now or at home. */
import type { IdentityDocument } from '../../preload/assist-contract.ts';
import type { CallInput, CallOutput, Locale, Result, Tenant } from '../../preload/contract.ts';
import type { SentLink } from '../../preload/joining-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { AccountSlipContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { SubjectThrottle } from '../session/subject-throttle.ts';
import type { Visits } from '../session/visit.ts';
import type { JoiningApi } from '../tenant-api/joining-api.ts';
import { createLatestQuestion } from './latest-question.ts';
import { createWishes } from './wishes.ts';

type Phase = Extract<CallOutput<'registration.follow'>, { ok: true }>['value']['phase'];

/** Every method may also answer SESSION_OVER, when the person left in the meantime. */
export interface Registrations {
  /** REGISTRATION_OVER when it was begun again in the meantime: the latest is the one that counts. */
  begin(identity: CallInput<'registration.begin'>): Promise<Result<Record<string, never>>>;
  /** REGISTRATION_OVER when nobody has said who they are. */
  choose(chosen: { email: string; password: string }, locale: Locale): Promise<Result<SentLink>>;
  sendAgain(email: string, locale: Locale): Promise<Result<SentLink>>;
  /** `isNews`: the telephone has come further since it was last asked. `tenant`: who is signed in by it. */
  follow(): Promise<Result<{ phase: Phase; isNews: boolean; tenant: Tenant | null }>>;
  /** Vouched for by a staff member, and signed in by it. REGISTRATION_OVER when nobody has said who they are. */
  enterWithoutEmail(chosen: {
    password: string;
    documentType: IdentityDocument;
    staffToken: string;
  }): Promise<Result<Tenant>>;
  /** Whose account it is going to be; null when nobody has said who they are. */
  tenantNumber(): string | null;
  printSlip(locale: Locale): Result<{ jobId: string }>;
  /** The person has left. */
  forget(): void;
}

/** The wording that people accept on the screen (`joining.consent` of the message catalogues). */
const CONSENT_TEXT = 'kiosk-2026-11';
/** The same without a word of an e-mail address (`walkIn.who` in the place of its first sentence). */
const CONSENT_TEXT_WITHOUT_EMAIL = 'kiosk-without-email-2026-11';

const OVER = { ok: false, error: { code: 'REGISTRATION_OVER' } } as const;
const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

export function createRegistrations(parts: {
  api: JoiningApi;
  throttle: SubjectThrottle;
  visits: Pick<Visits, 'enter'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: AccountSlipContent) => Promise<Result<DrawnPaper>>;
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  log: Log;
  now?: () => Date;
}): Registrations {
  const { api, throttle, visits, printJobs, draw, config, log, now = () => new Date() } = parts;
  const wishes = createWishes();
  // A late answer about what was typed before it was put right would have the account made for somebody else.
  const lookUps = createLatestQuestion(OVER.error.code);
  let own: {
    readonly id: string;
    readonly number: string;
    phase: Phase;
    /** The same on every try of the same wish. */
    consentedAt: string | null;
    sent: (SentLink & { displayName: string }) | null;
  } | null = null;
  let endings = 0;

  return {
    async begin(identity) {
      const { tenantNumber } = identity;
      // Whoever says anew who they are is nobody until that is answered.
      own = null;
      const answer = await unlessLeft(
        lookUps.ask(() =>
          throttle.guard(tenantNumber, () =>
            wishes.tell(['begin', identity], (key) => api.beginRegistration(identity, key)),
          ),
        ),
      );
      log.info('registration.begun', { outcome: answer.ok ? 'known' : answer.error.code });
      if (!answer.ok) return answer;
      own = { id: answer.value.id, number: tenantNumber, phase: 'identified', consentedAt: null, sent: null };
      return { ok: true, value: {} };
    },

    choose({ email, password }, locale) {
      const wish = ['choose', own?.id, email, password, locale];
      const at = own?.consentedAt ?? now().toISOString();
      if (own) own.consentedAt = at;
      const consent = { text: CONSENT_TEXT, at };
      return send((id) =>
        wishes.tell(wish, (key) => api.chooseAccount(id, { email, password, consent, locale }, key)),
      );
    },

    sendAgain: (email, locale) =>
      send((id) =>
        wishes.tell(['sendAgain', id, email, locale], (key) =>
          api.sendValidationEmail(id, { email, locale }, key),
        ),
      ),

    async follow() {
      const followed = own;
      if (!followed) return OVER;
      const answer = await unlessLeft(api.readRegistration(followed.id));
      if (!answer.ok) return answer;
      const { phase } = answer.value;
      const isNews = phase !== followed.phase;
      followed.phase = phase;
      if (phase !== 'validated') return { ok: true, value: { phase, isNews, tenant: null } };

      const entered = await visits.enter(() =>
        wishes.tell(['enter', followed.id], (key) => api.enterRegistered(followed.id, key)),
      );
      if (!entered.ok) return entered;
      log.info('registration.finished');
      own = null;
      return { ok: true, value: { phase, isNews, tenant: entered.value } };
    },

    async enterWithoutEmail({ password, documentType, staffToken }) {
      const about = own;
      if (about?.phase !== 'identified') return OVER;
      const at = about.consentedAt ?? now().toISOString();
      about.consentedAt = at;
      const account = {
        password,
        consent: { text: CONSENT_TEXT_WITHOUT_EMAIL, at },
        identityCheck: { documentType },
      };
      const entered = await visits.enter(() =>
        wishes.tell(['without-email', about.id, password, documentType], (key) =>
          api.enterWithoutEmail(about.id, account, staffToken, key),
        ),
      );
      log.info('registration.without-email', { outcome: entered.ok ? 'created' : entered.error.code });
      if (entered.ok) own = null;
      return entered;
    },

    tenantNumber: () => own?.number ?? null,

    printSlip(locale) {
      if (!own?.sent) return OVER;
      const { number, sent } = own;
      const { displayName, maskedEmail, validUntil } = sent;
      const { name, addressLines, phone, website = null } = config.landlord;
      return printJobs.start(async () =>
        draw({
          landlord: { name, addressLines, phone },
          agency: { name: config.agency.name },
          tenant: { displayName, number },
          maskedEmail,
          linkValidUntil: validUntil,
          website,
          issuedOn: dayInFrance(now()),
          locale,
        }),
      );
    },

    forget() {
      endings += 1;
      lookUps.forget();
      own = null;
      wishes.forget();
    },
  };

  async function send(
    tell: (id: string) => ReturnType<JoiningApi['chooseAccount']>,
  ): Promise<Result<SentLink>> {
    const about = own;
    if (!about) return OVER;
    const answer = await unlessLeft(tell(about.id));
    log.info('registration.email', { outcome: answer.ok ? 'sent' : answer.error.code });
    if (!answer.ok) return answer;
    const { maskedEmail, displayName, linkValidUntil, againAfterSeconds } = answer.value;
    const link = { maskedEmail, againAfterSeconds, validUntil: new Date(linkValidUntil).toISOString() };
    about.sent = { ...link, displayName };
    about.phase = 'sent';
    return { ok: true, value: link };
  }

  /** What came for somebody who has left is not for whoever is there now. */
  async function unlessLeft<Value>(pending: Promise<Result<Value>>): Promise<Result<Value>> {
    const endingsBefore = endings;
    const answer = await pending;
    return endings === endingsBefore ? answer : SESSION_OVER;
  }
}
