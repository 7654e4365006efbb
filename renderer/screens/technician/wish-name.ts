import { useTranslation } from 'react-i18next';

/** What people hand in here; another version of the program may have known more. */
const WISHES = [
  'statement-delivery',
  'payment',
  'payment-receipt-delivery',
  'direct-debit-mandate',
  'direct-debit-mandate-delivery',
  'direct-debit-form-delivery',
  'direct-debit-change',
  'document',
  'insurance-certificate',
  'profile-change',
  'profile-change-withdrawal',
  'paper-delivery',
  'appointment-delivery',
  'request',
  'request-message',
  'request-settlement',
  'unsigned-request',
  'unsigned-deposit',
] as const;

/** @returns the name of a kind of wish in the language of the screen; of one that nobody knows, its own */
export function useWishName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const wish = WISHES.find((known) => known === kind);
    return wish ? t(`technician.wishes.${wish}`) : kind;
  };
}
