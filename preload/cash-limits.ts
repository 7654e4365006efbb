/** No more may be paid in cash (code monétaire et financier, article D112-3). */
export const MOST_CASH_CENTS = 100_000;
/** openapi.yaml, `CashAmountCents`. */
export const LEAST_CASH_CENTS = 100;
