import { RefusedInput } from '../refused-input.ts';
import { type DirectDebitBook, openDirectDebit } from './direct-debits.ts';
import type { MeterOnFile } from './dwelling/meters.ts';
import { type InsuranceBook, openInsurance } from './insurance.ts';
import { type Booking, balanceOf, enterInLedger, type LedgerEntry } from './ledger.ts';
import { type NewLease, type NewTenant, newTenantSchema } from './new-tenant.ts';
import { openProfile, type ProfileBook } from './profiles.ts';

/** Whom the landlord knows, and what each of them owes and paid. */
export interface Books {
  readonly tenants: readonly Tenant[];
  /** @throws RefusedInput, or ZodError for a wrong shape */
  add(tenant: NewTenant, passwordHash: string): Tenant;
  withSignInEmail(email: string): Tenant | null;
  withId(tenantId: string): Tenant | null;
  /** Null unless number, name and birth date are this person's, all three. */
  withIdentity(number: string, familyName: string, birthDate: string): Tenant | null;
  /** All who signed the lease of an account, in the order in which the landlord came to know them. */
  holdersOf(accountId: string): readonly Tenant[];
  giveAccess(
    tenantId: string,
    given: { email: string; passwordHash: string; access: 'open' | 'notValidated' },
  ): Tenant;
  /** They have no address: they sign in with their number. */
  giveAccessByNumber(tenantId: string, passwordHash: string): Tenant;
  validateEmail(tenantId: string): Tenant;
  changePassword(tenantId: string, passwordHash: string): Tenant;
  withAccount(accountId: string): { tenant: Tenant; account: Account } | null;
  /** Books on an account, after all that is booked there already. */
  book(accountId: string, booking: Booking): void;
  /** Puts the amount of an entry right, and with it all balances after it. */
  correct(accountId: string, entryId: string, amountCents: number): void;
}

export interface Tenant {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  /** As rent notices have it, for whoever proves who they are by it; null where nobody is to. */
  readonly identity: { readonly familyName: string; readonly birthDate: string } | null;
  readonly access: 'open' | 'notValidated' | 'none';
  readonly signInEmail: string;
  readonly emailOnFile: string | null;
  readonly passwordHash: string;
  /** What is particular about this tenant, for whoever looks for one to sign in with. */
  readonly story: string;
  readonly profile: ProfileBook;
  /** The newest lease first. */
  readonly accounts: readonly Account[];
}

export interface Account {
  readonly id: string;
  readonly lease: Lease;
  /** The oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly directDebit: DirectDebitBook;
  readonly insurance: InsuranceBook;
  /** None where the dwelling has none of its own. */
  readonly meters: readonly MeterOnFile[];
}

export interface Lease {
  readonly id: string;
  readonly number: string;
  readonly addressLines: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly residenceId: string | null;
}

/** The contract lets no balance go beyond it. */
const MAX_BALANCE_CENTS = 100_000_000_000;
/** The contract lets no account have more calendar years. */
const MAX_YEARS = 100;

export function createBooks(today: string): Books {
  const tenants: Tenant[] = [];
  const withSignInEmail = (email: string) =>
    tenants.find(({ access, signInEmail }) => access !== 'none' && signInEmail === signInNameOf(email)) ??
    null;

  const withAccount = (accountId: string) => {
    for (const tenant of tenants) {
      const account = tenant.accounts.find(({ id }) => id === accountId);
      if (account) return { tenant, account };
    }
    return null;
  };

  return {
    tenants,
    withSignInEmail,
    withId: (tenantId) => tenants.find((tenant) => tenant.id === tenantId) ?? null,
    withAccount,
    withIdentity(number, familyName, birthDate) {
      const found = tenants.find((tenant) => tenant.number === number)?.identity;
      const isRight =
        found?.birthDate === birthDate && nameInLetters(found.familyName) === nameInLetters(familyName);
      return isRight ? (tenants.find((tenant) => tenant.number === number) ?? null) : null;
    },
    holdersOf: (accountId) => tenants.filter(({ accounts }) => accounts.some(({ id }) => id === accountId)),
    giveAccess: (tenantId, { email, ...given }) =>
      change(tenantId, { ...given, signInEmail: signInNameOf(email), emailOnFile: email }),
    giveAccessByNumber(tenantId, passwordHash) {
      const number = tenants.find(({ id }) => id === tenantId)?.number ?? '';
      return change(tenantId, {
        passwordHash,
        access: 'open',
        signInEmail: signInNameOf(number),
        emailOnFile: null,
      });
    },
    validateEmail: (tenantId) => change(tenantId, { access: 'open' }),
    // Whoever got the e-mail has proven that the address is theirs.
    changePassword: (tenantId, passwordHash) => change(tenantId, { passwordHash, access: 'open' }),
    book(accountId, booking) {
      const entries = withAccount(accountId)?.account.entries as LedgerEntry[] | undefined;
      if (!entries) throw new RefusedInput(`There is no ${accountId}.`);
      const last = entries.at(-1);
      const postedOn = last && last.postedOn > booking.postedOn ? last.postedOn : booking.postedOn;
      const signedCents = booking.direction === 'debit' ? booking.amountCents : -booking.amountCents;
      entries.push({
        id: `${accountId}-${entries.length + 1}`,
        ...booking,
        postedOn,
        balanceAfterCents: balanceOf(entries) + signedCents,
      });
    },
    correct(accountId, entryId, amountCents) {
      const entries = withAccount(accountId)?.account.entries as LedgerEntry[] | undefined;
      const wrong = entries?.findIndex(({ id }) => id === entryId) ?? -1;
      if (!entries || wrong < 0) throw new RefusedInput(`There is no ${entryId} on ${accountId}.`);
      const bookings = entries.map((entry, place) => (place === wrong ? { ...entry, amountCents } : entry));
      entries.splice(0, entries.length, ...enterInLedger(accountId, bookings));
    },
    add(newTenant, passwordHash) {
      const person = newTenantSchema.parse(newTenant);
      const { leases, jointLeases, number, email, displayName, story, profile, access } = person;
      const { familyName, birthDate } = person;
      const emailOnFile = person.emailOnFile === undefined ? email : person.emailOnFile;
      const tenant: Tenant = {
        id: `tenant-${number}`,
        number,
        displayName,
        identity: familyName !== undefined && birthDate !== undefined ? { familyName, birthDate } : null,
        access,
        signInEmail: signInNameOf(email),
        emailOnFile,
        passwordHash,
        story,
        profile: openProfile({ number, displayName, emailOnFile }, profile, today),
        accounts: leases.map((lease) => openAccount(lease, today)).toSorted(byNewestLease),
      };
      const taken = tenants.flatMap((other) => [other.id, ...other.accounts.map(({ id }) => id)]);
      const wanted = [tenant.id, ...tenant.accounts.map(({ id }) => id)];
      const twice = wanted.find((id, place) => taken.includes(id) || wanted.indexOf(id) !== place);
      if (twice) throw new RefusedInput(`${twice} is there already.`);
      if (withSignInEmail(email)) throw new RefusedInput(`Somebody signs in with ${email} already.`);
      const joint = jointLeases.map((lease) => {
        const shared = withAccount(`account-${lease}`)?.account;
        if (!shared) throw new RefusedInput(`There is no lease ${lease} to sign, too.`);
        return shared;
      });
      const known: Tenant = { ...tenant, accounts: [...tenant.accounts, ...joint].toSorted(byNewestLease) };
      tenants.push(known);
      return known;
    },
  };

  function change(tenantId: string, changes: Partial<Tenant>): Tenant {
    const place = tenants.findIndex(({ id }) => id === tenantId);
    const before = tenants[place];
    if (!before) throw new RefusedInput(`There is no ${tenantId}.`);
    const after = { ...before, ...changes };
    tenants[place] = after;
    return after;
  }
}

/** How a name is compared: nobody remembers how their landlord writes it. */
function nameInLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** How an e-mail address is compared: nobody remembers with which capitals they once wrote it. */
export function signInNameOf(email: string): string {
  return email.trim().toLowerCase();
}

function openAccount(
  { number, bookings, directDebit, insurance, meters = [], ...lease }: NewLease,
  today: string,
): Account {
  const id = `account-${number}`;
  const entries = enterInLedger(id, bookings);
  if (entries.some((entry) => Math.abs(entry.balanceAfterCents) > MAX_BALANCE_CENTS)) {
    throw new RefusedInput(`The balance of ${id} goes beyond ${MAX_BALANCE_CENTS} cents.`);
  }
  const years = new Set(entries.map((entry) => entry.postedOn.slice(0, 4)));
  if (years.size > MAX_YEARS) throw new RefusedInput(`${id} has bookings in more than ${MAX_YEARS} years.`);
  return {
    id,
    lease: { id: `lease-${number}`, number, ...lease },
    entries,
    directDebit: openDirectDebit(number, directDebit, entries, today),
    insurance: openInsurance(number, insurance, today),
    meters,
  };
}

function byNewestLease(one: Account, other: Account): number {
  const byStart =
    Number(one.lease.startsOn < other.lease.startsOn) - Number(one.lease.startsOn > other.lease.startsOn);
  return byStart || one.lease.number.localeCompare(other.lease.number);
}
