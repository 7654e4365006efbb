import './requests.css';
import { useTranslation } from 'react-i18next';
import { isolated, unbroken } from '../../app/formats.ts';

/** What to say on the telephone. `isGiven`: by the landlord, which is what counts from then on. */
export function Reference({ reference, isGiven }: { reference: string; isGiven: boolean }) {
  const { t } = useTranslation();
  const shown = isolated(unbroken(reference));
  return (
    <p className="requests__reference" role="status">
      {isGiven
        ? t('requests.sent.reference', { reference: shown })
        : t('requests.sent.number', { number: shown })}
    </p>
  );
}
