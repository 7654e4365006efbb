/** What was done in the person's name while they were helped: on the screen, and on paper for them. */
import './assistance.css';
import { ArrowLeft, Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { isolated, timeInText } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';

type Answer = CallOutput<'assist.summary'>;

export function Summary({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { printJobs } = useArrivals();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const print = useCallback(() => ask('assist.printSummary', undefined), []);
  useEffect(() => void ask('assist.summary', undefined).then(setAnswer), []);
  const entries = answer?.ok ? answer.value.entries : [];

  if (isPrinting) {
    const leave = () => setIsPrinting(false);
    return (
      <PrintProgress
        request={print}
        jobs={printJobs}
        words={{
          title: t('assistance.summary.printing'),
          preparing: t('assistance.summary.preparing'),
          back: t('frame.back'),
          home: t('assistance.backToScreen'),
        }}
        onBack={leave}
        onHome={onBack}
        onSendInstead={null}
      />
    );
  }
  return (
    <Frame
      title={t('assistance.summary.title')}
      lead={t('assistance.summary.lead')}
      notice={
        answer?.ok === false && (
          <Notice kind="problem" code={answer.error.code}>
            {t(`errors.${answer.error.code}`)}
          </Notice>
        )
      }
      back={
        <Button icon={ArrowLeft} onPress={onBack}>
          {t('assistance.backToScreen')}
        </Button>
      }
      mainAction={
        <Button
          look="main"
          icon={Printer}
          isDisabled={entries.length === 0}
          onPress={() => setIsPrinting(true)}
        >
          {t('assistance.summary.print')}
        </Button>
      }
    >
      {answer?.ok && entries.length === 0 && <p>{t('assistance.summary.nothing')}</p>}
      {entries.length > 0 && (
        <table className="staff-record">
          <thead>
            <tr>
              <th scope="col">{t('assistance.summary.at')}</th>
              <th scope="col">{t('assistance.summary.what')}</th>
              <th scope="col">{t('assistance.summary.who')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ act, at, how, staffName }) => (
              <tr key={`${at} ${act}`}>
                <td className="staff-record__figure">{timeInText(Date.parse(at), locale)}</td>
                <td>{t(`assistance.acts.${act}`)}</td>
                <td>
                  {how === 'withStaff' ? (
                    <bdi>{staffName}</bdi>
                  ) : (
                    t(`assistance.summary.${how}`, { name: isolated(staffName ?? '') })
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}
