import { RefusedInput } from '../refused-input.ts';
import { type DirectDebitBook, openDirectDebit } from './direct-debits.ts';
import { type Booking, balanceOf, enterInLedger, type LedgerEntry } from './ledger.ts';
import { type NewLease, type NewTenant, newTenantSchema } from './new-tenant.ts';

/** Whom the landlord knows, and what each of them owes and paid. */
export interface Books {
  readonly tenants: readonly Tenant[];
  /** @throws RefusedInput, or ZodError for a wrong shape */
  add(tenant: NewTenant, passwordHash: string): Tenant;
  withSignInEmail(email: string): Tenant | null;
  withId(tenantId: string): Tenant | null;
  withAccount(accountId: string): { tenant: Tenant; account: Account } | null;
  /** Books on an account, after all that is booked there already. */
  book(accountId: string, booking: Booking): void;
}

export interface Tenant {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  readonly signInEmail: string;
  readonly emailOnFile: string | null;
  readonly passwordHash: string;
  /** What is particular about this tenant, for whoever looks for one to sign in with. */
  readonly story: string;
  /** The newest lease first. */
  readonly accounts: readonly Account[];
}

export interface Account {
  readonly id: string;
  readonly lease: Lease;
  /** The oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly directDebit: DirectDebitBook;
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
    tenants.find((tenant) => tenant.signInEmail === signInNameOf(email)) ?? null;

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
    add(newTenant, passwordHash) {
      const { leases, number, email, emailOnFile, displayName, story } = newTenantSchema.parse(newTenant);
      const tenant: Tenant = {
        id: `tenant-${number}`,
        number,
        displayName,
        signInEmail: signInNameOf(email),
        emailOnFile: emailOnFile === undefined ? email : emailOnFile,
        passwordHash,
        story,
        accounts: leases.map((lease) => openAccount(lease, today)).toSorted(byNewestLease),
      };
      const taken = tenants.flatMap((other) => [other.id, ...other.accounts.map(({ id }) => id)]);
      const wanted = [tenant.id, ...tenant.accounts.map(({ id }) => id)];
      const twice = wanted.find((id, place) => taken.includes(id) || wanted.indexOf(id) !== place);
      if (twice) throw new RefusedInput(`${twice} is there already.`);
      if (withSignInEmail(email)) throw new RefusedInput(`Somebody signs in with ${email} already.`);
      tenants.push(tenant);
      return tenant;
    },
  };
}

/** How an e-mail address is compared: nobody remembers with which capitals they once wrote it. */
export function signInNameOf(email: string): string {
  return email.trim().toLowerCase();
}

function openAccount({ number, bookings, directDebit, ...lease }: NewLease, today: string): Account {
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
  };
}

function byNewestLease(one: Account, other: Account): number {
  const byStart =
    Number(one.lease.startsOn < other.lease.startsOn) - Number(one.lease.startsOn > other.lease.startsOn);
  return byStart || one.lease.number.localeCompare(other.lease.number);
}
