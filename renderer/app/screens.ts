/** The screens that the first paint can do without, each in a chunk of its own. */
import type { SessionSnapshot } from '../../preload/contract.ts';
import { lazyScreen } from './lazy-screen.tsx';

export const screens = {
  SignedOut: lazyScreen(
    async () => (await import('../screens/sign-in/signed-out-screens.tsx')).SignedOutScreens,
  ),
  Tenant: lazyScreen(async () => (await import('../screens/tenant/tenant-screens.tsx')).TenantScreens),
  StaffWay: lazyScreen(async () => (await import('../screens/staff-code/staff-way.tsx')).StaffWay),
  Assistance: lazyScreen(async () => (await import('../screens/assistance/assistance.tsx')).AssistanceLayer),
  Technician: lazyScreen(async () => (await import('../screens/technician/technician.tsx')).Technician),
  PartnerVisit: lazyScreen(
    async () => (await import('../screens/partner-sites/partner-visit.tsx')).PartnerVisit,
  ),
  Guide: lazyScreen(async () => (await import('../screens/guide/guide.tsx')).Guide),
  IdleWarning: lazyScreen(async () => (await import('../screens/idle-warning/idle-warning.tsx')).IdleWarning),
  Slowed: lazyScreen(async () => (await import('../screens/slowed/slowed.tsx')).Slowed),
  LimitWarning: lazyScreen(
    async () => (await import('../screens/limit-warning/limit-warning.tsx')).LimitWarning,
  ),
  Leaving: lazyScreen(async () => (await import('../screens/leaving/leaving.tsx')).Leaving),
};

/**
 * Fetches what most likely comes next, so that showing it takes no time. The rest is fetched when it is asked for, in a
 * few milliseconds from the disk: what nobody opens takes no memory.
 */
export function prefetchAfter(state: SessionSnapshot['state']): void {
  if (state === 'attract') void screens.SignedOut.prefetch();
  if (state === 'signedOut') void screens.Tenant.prefetch();
}
