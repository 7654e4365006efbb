/** For a supervisor: how often what was done for tenants here, day by day. Never for whom. */
import '../../styles/card.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract.ts';
import { dayInText, count as inFigures } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';

type Answer = CallOutput<'staff.readAssistance'>;

export function Counts({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => void ask('staff.readAssistance', undefined).then(setAnswer), []);
  const days = answer?.ok ? answer.value.days : [];
  return (
    <Frame
      title={t('assistance.counts.title')}
      lead={t('assistance.counts.lead')}
      notice={
        answer?.ok === false && (
          <Notice kind="problem" code={answer.error.code}>
            {t(
              answer.error.code === 'NOT_ALLOWED_NOW'
                ? 'assistance.counts.onlySupervisors'
                : `errors.${answer.error.code}`,
            )}
          </Notice>
        )
      }
      onBack={onBack}
    >
      <div className="assistance-words">
        {answer?.ok && days.length === 0 && <p>{t('assistance.counts.nothing')}</p>}
        {days.map(({ day, acts }) => (
          <section key={day} className="card" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{dayInText(day, locale)}</h2>
            <table className="staff-record">
              <thead>
                <tr>
                  <th scope="col">{t('assistance.summary.what')}</th>
                  <th scope="col">{t('assistance.counts.howOften')}</th>
                </tr>
              </thead>
              <tbody>
                {acts.map(({ act, count }) => (
                  <tr key={act}>
                    <td>{t(`assistance.acts.${act}`)}</td>
                    <td className="staff-record__figure">{inFigures(count, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Frame>
  );
}
