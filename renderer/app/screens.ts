/** The screens that the first paint can do without, each in a chunk of its own. */
import { lazyScreen } from './lazy-screen.tsx';

export const screens = {
  SignedOut: lazyScreen(
    async () => (await import('../screens/sign-in/signed-out-screens.tsx')).SignedOutScreens,
  ),
  Tenant: lazyScreen(async () => (await import('../screens/tenant/tenant-screens.tsx')).TenantScreens),
  StaffCode: lazyScreen(async () => (await import('../screens/staff-code/staff-code.tsx')).StaffCode),
  Technician: lazyScreen(async () => (await import('../screens/technician/technician.tsx')).Technician),
  PartnerVisit: lazyScreen(
    async () => (await import('../screens/partner-sites/partner-visit.tsx')).PartnerVisit,
  ),
  IdleWarning: lazyScreen(async () => (await import('../screens/idle-warning/idle-warning.tsx')).IdleWarning),
  Slowed: lazyScreen(async () => (await import('../screens/slowed/slowed.tsx')).Slowed),
  LimitWarning: lazyScreen(
    async () => (await import('../screens/limit-warning/limit-warning.tsx')).LimitWarning,
  ),
  Leaving: lazyScreen(async () => (await import('../screens/leaving/leaving.tsx')).Leaving),
};

/** Fetches them all, so that showing one takes no time. */
export function prefetchScreens(): void {
  for (const screen of Object.values(screens)) void screen.prefetch();
}
