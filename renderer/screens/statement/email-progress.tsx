/** A statement on its way by e-mail: asked, safe on this kiosk, handed on. */
import './progress.css';
import { Circle, CircleCheck, Hourglass, House, Mail, MailCheck, Printer, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Failure } from '../../../preload/contract.ts';
import { isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { askedPeriod, type Selection } from '../../app/selection.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { ProgressPicture } from './progress-picture.tsx';

export interface EmailProgressProps {
  maskedEmail: string;
  selection: Selection;
  deliveries: ReadonlyMap<string, Delivery['state']>;
  onBack(): void;
  onHome(): void;
  onPrintInstead(): void;
}

type Wish =
  | { name: 'asking' }
  | { name: 'taken'; deliveryId: string; state: Delivery['state'] }
  | { name: 'failed'; error: Failure };

export function EmailProgress(props: EmailProgressProps) {
  const { t } = useTranslation();
  const { maskedEmail, selection, deliveries, onBack, onHome, onPrintInstead } = props;
  const wish = useWish(selection);
  const state = wish.name === 'taken' ? (deliveries.get(wish.deliveryId) ?? wish.state) : wish.name;
  const offersPrint = state === 'failed' || state === 'refused';
  return (
    <Frame
      title={t('email.title')}
      lead={t('email.to', { email: isolated(maskedEmail) })}
      onBack={onBack}
      mainAction={
        offersPrint ? (
          <Button look="main" icon={Printer} onPress={onPrintInstead}>
            {t('email.print')}
          </Button>
        ) : (
          <Button look="main" icon={House} onPress={onHome}>
            {t('statement.backHome')}
          </Button>
        )
      }
    >
      <div className="progress">
        {wish.name === 'failed' && (
          <ProgressPicture
            icon={TriangleAlert}
            text={t(`errors.${wish.error.code}`)}
            tone="problem"
            code={wish.error.code}
          />
        )}
        {wish.name === 'asking' && (
          <Waiting
            text={t('statement.asking')}
            explanation={t('statement.askingExplained')}
            longText={t('statement.askingLong')}
          />
        )}
        {state !== 'failed' && state !== 'asking' && <DeliveryState state={state} />}
      </div>
    </Frame>
  );
}

function DeliveryState({ state }: { state: Delivery['state'] }) {
  const { t } = useTranslation();
  return (
    <>
      {state === 'saved' && <ProgressPicture icon={Mail} text={t('email.savedText')} />}
      {state === 'transmitted' && (
        <ProgressPicture icon={MailCheck} text={t('email.transmittedText')} tone="good" />
      )}
      {state === 'refused' && (
        <ProgressPicture icon={TriangleAlert} text={t('email.refusedText')} tone="problem" />
      )}
      <ol className="progress__steps">
        <li className="progress__step progress__step--done">
          <CircleCheck className="progress__step-icon" aria-hidden />
          {t('email.saved')}
        </li>
        <li className={`progress__step ${state === 'transmitted' ? 'progress__step--done' : ''}`}>
          {state === 'transmitted' && <CircleCheck className="progress__step-icon" aria-hidden />}
          {state === 'saved' && <Hourglass className="progress__step-icon" aria-hidden />}
          {state === 'refused' && <Circle className="progress__step-icon" aria-hidden />}
          {t(state === 'refused' ? 'email.refused' : 'email.transmitted')}
        </li>
      </ol>
    </>
  );
}

/** Utters the wish once, when the screen appears. */
function useWish(selection: Selection): Wish {
  const [wish, setWish] = useState<Wish>({ name: 'asking' });
  const uttered = useRef(false);

  useEffect(() => {
    if (uttered.current) return;
    uttered.current = true;
    void ask('statement.sendByEmail', askedPeriod(selection)).then((answer) =>
      setWish(answer.ok ? { name: 'taken', ...answer.value } : { name: 'failed', error: answer.error }),
    );
  }, [selection]);

  return wish;
}
