/**
 * How rent can be paid, in the order of the leaflet that every tenant was given: what is shown until the landlord has
 * said otherwise. Apart from the contract: the page has no use for the schemas.
 */
export const PAYMENT_METHODS = ['directDebit', 'tipSepa', 'card', 'efficash', 'cheque'] as const;

export type PaymentMethodName = (typeof PAYMENT_METHODS)[number];
