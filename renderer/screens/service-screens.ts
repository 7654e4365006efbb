/**
 * The services that home and menus lead to, each in a chunk of its own that is fetched when somebody opens it: a kiosk
 * that offers more holds no more in memory. A new service's screen is a line here, and is imported from here.
 */
import { lazyScreen } from '../app/lazy-screen.tsx';

export const { Screen: AccountScreen } = lazyScreen(
  async () => (await import('./account/account-screen.tsx')).AccountScreen,
);
export const { Screen: Agencies } = lazyScreen(
  async () => (await import('./information/agencies.tsx')).Agencies,
);
export const { Screen: AlertsScreen } = lazyScreen(
  async () => (await import('./alerts/alerts-screen.tsx')).AlertsScreen,
);
export const { Screen: AppointmentScreen } = lazyScreen(
  async () => (await import('./appointment/appointment-screen.tsx')).AppointmentScreen,
);
export const { Screen: CashSlipScreen } = lazyScreen(
  async () => (await import('./cash-slip/cash-slip-screen.tsx')).CashSlipScreen,
);
export const { Screen: ChargesScreen } = lazyScreen(
  async () => (await import('./charges/charges-screen.tsx')).ChargesScreen,
);
export const { Screen: ConsumptionScreen } = lazyScreen(
  async () => (await import('./consumption/consumption-screen.tsx')).ConsumptionScreen,
);
export const { Screen: CreateAccount } = lazyScreen(
  async () => (await import('./joining/create-account.tsx')).CreateAccount,
);
export const { Screen: DirectDebitScreen } = lazyScreen(
  async () => (await import('./direct-debit/direct-debit-screen.tsx')).DirectDebitScreen,
);
export const { Screen: FollowUpsScreen } = lazyScreen(
  async () => (await import('./follow-ups/follow-ups-screen.tsx')).FollowUpsScreen,
);
export const { Screen: GoodToKnow } = lazyScreen(
  async () => (await import('./information/good-to-know.tsx')).GoodToKnow,
);
export const { Screen: HandInScreen } = lazyScreen(
  async () => (await import('./hand-in/hand-in-screen.tsx')).HandInScreen,
);
export const { Screen: InsuranceScreen } = lazyScreen(
  async () => (await import('./insurance/insurance-screen.tsx')).InsuranceScreen,
);
export const { Screen: LeasePapersScreen } = lazyScreen(
  async () => (await import('./papers/lease-papers-screen.tsx')).LeasePapersScreen,
);
export const { Screen: LostPassword } = lazyScreen(
  async () => (await import('./joining/lost-password.tsx')).LostPassword,
);
export const { Screen: PartnerSites } = lazyScreen(
  async () => (await import('./partner-sites/partner-sites.tsx')).PartnerSites,
);
export const { Screen: PaymentMethods } = lazyScreen(
  async () => (await import('./payment-methods/payment-methods.tsx')).PaymentMethods,
);
export const { Screen: PaymentsScreen } = lazyScreen(
  async () => (await import('./payments/payments-screen.tsx')).PaymentsScreen,
);
export const { Screen: PayScreen } = lazyScreen(async () => (await import('./pay/pay-screen.tsx')).PayScreen);
export const { Screen: QuickPay } = lazyScreen(
  async () => (await import('./quick-pay/quick-pay.tsx')).QuickPay,
);
export const { Screen: RentPapersScreen } = lazyScreen(
  async () => (await import('./papers/rent-papers-screen.tsx')).RentPapersScreen,
);
export const { Screen: RequestsScreen } = lazyScreen(
  async () => (await import('./requests/requests-screen.tsx')).RequestsScreen,
);
export const { Screen: ScannedNotice } = lazyScreen(
  async () => (await import('./tenant/scanned-notice.tsx')).ScannedNotice,
);
export const { Screen: SituationScreen } = lazyScreen(
  async () => (await import('./situation/situation-screen.tsx')).SituationScreen,
);
export const { Screen: StatementScreen } = lazyScreen(
  async () => (await import('./statement/statement-screen.tsx')).StatementScreen,
);
export const { Screen: UnsignedDeposit } = lazyScreen(
  async () => (await import('./unsigned-deposit/unsigned-deposit.tsx')).UnsignedDeposit,
);
export const { Screen: UnsignedRequest } = lazyScreen(
  async () => (await import('./unsigned-request/unsigned-request.tsx')).UnsignedRequest,
);
export const { Screen: UsefulNumbers } = lazyScreen(
  async () => (await import('./information/useful-numbers.tsx')).UsefulNumbers,
);
