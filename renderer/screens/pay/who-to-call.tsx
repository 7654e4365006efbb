import { useTranslation } from 'react-i18next';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';

/** The desk, and the telephone where there is one. */
export function WhoToCall() {
  const { t } = useTranslation();
  const { agency } = useHere();
  return (
    <p>
      {t('payment.desk')} {agency.phone && t('payment.phone', { phone: unbroken(agency.phone) })}
    </p>
  );
}
