import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

export interface BalanceWords {
  /** "Vous devez 27,74 €": who owes whom, said in words and not by a sign. */
  balance(balanceCents: number): string;
  /** What was just paid, and is not in the balance yet. Null when there is nothing of the kind. */
  recording(payments: Account['beingRecorded']): string | null;
}

export function useBalanceWords(): BalanceWords {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return {
    balance(balanceCents) {
      if (balanceCents === 0) return t('balance.settled');
      const amount = money(Math.abs(balanceCents), locale);
      return balanceCents > 0 ? t('balance.owed', { amount }) : t('balance.ahead', { amount });
    },
    recording(payments) {
      if (payments.length === 0) return null;
      const totalCents = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
      return t('balance.recording', { amount: money(totalCents, locale) });
    },
  };
}
