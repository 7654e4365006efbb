import { useTranslation } from 'react-i18next';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

/** "Vous devez 27,74 €": who owes whom, said in words and not by a sign. */
export function BalanceSentence({ balanceCents }: { balanceCents: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  if (balanceCents === 0) return t('balance.settled');
  const amount = money(Math.abs(balanceCents), locale);
  return balanceCents > 0 ? t('balance.owed', { amount }) : t('balance.ahead', { amount });
}
