/** For people: sorry, and where to go. Below and smaller, for the technician: what is wrong and where. */
import './out-of-service.css';
import { ConciergeBell, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConfigFault, ErrorCode } from '../../../preload/contract.ts';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';

export function OutOfService({ code, faults }: { code: ErrorCode; faults: readonly ConfigFault[] }) {
  const { t } = useTranslation();
  const { agency } = useHere();
  return (
    <main className="out-of-service">
      <div className="out-of-service__people">
        <h1 className="out-of-service__title">{t('outOfService.title')}</h1>
        <p className="out-of-service__way">
          <ConciergeBell className="out-of-service__icon" aria-hidden />
          {t('outOfService.text')}
        </p>
        {agency.phone && (
          <p className="out-of-service__way">
            <Phone className="out-of-service__icon" aria-hidden />
            {t('outOfService.phone', { phone: unbroken(agency.phone) })}
          </p>
        )}
      </div>
      <section className="out-of-service__technician" aria-labelledby="for-the-technician">
        <h2 id="for-the-technician">{t('outOfService.technician')}</h2>
        <p>{t(`errors.${code}`)}</p>
        <p>
          {t('outOfService.code')} <code>{code}</code>
        </p>
        {faults.map((fault) => (
          <dl key={`${fault.file} ${fault.key}`} className="out-of-service__fault">
            <dt>{t('outOfService.file')}</dt>
            <dd>{fault.file}</dd>
            <dt>{t('outOfService.key')}</dt>
            <dd>{fault.key}</dd>
            <dt>{t('outOfService.expected')}</dt>
            <dd>{fault.expected}</dd>
          </dl>
        ))}
      </section>
    </main>
  );
}
