/** A document on its way by e-mail: asked, safe on this kiosk, handed on. */
import { House, Mail, MailCheck, Printer, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Failure, Result } from '../../../preload/contract.ts';
import { isolated } from '../../app/formats.ts';
import { Button } from '../button/button.tsx';
import { DeliveryState } from '../delivery-state/delivery-state.tsx';
import { Frame } from '../frame/frame.tsx';
import { ProgressPicture } from '../progress-picture/progress-picture.tsx';
import { Waiting } from '../waiting/waiting.tsx';

/** Tells main of the wish. Answers once it is on disk. */
export type EmailRequest = () => Promise<Result<Delivery>>;

export interface EmailProgressProps {
  maskedEmail: string;
  request: EmailRequest;
  deliveries: ReadonlyMap<string, Delivery['state']>;
  words: { title: string; asking: string; home: string };
  onBack(): void;
  onHome(): void;
  /** Null for what cannot be printed here. */
  onPrintInstead: (() => void) | null;
}

type Wish =
  | { name: 'asking' }
  | { name: 'taken'; deliveryId: string; state: Delivery['state'] }
  | { name: 'failed'; error: Failure };

export function EmailProgress(props: EmailProgressProps) {
  const { t } = useTranslation();
  const { maskedEmail, request, deliveries, words, onBack, onHome, onPrintInstead } = props;
  const wish = useWish(request);
  const state = wish.name === 'taken' ? (deliveries.get(wish.deliveryId) ?? wish.state) : wish.name;
  const printInstead = state === 'failed' || state === 'refused' ? onPrintInstead : null;
  return (
    <Frame
      screen="emailing"
      title={words.title}
      lead={t('email.to', { email: isolated(maskedEmail) })}
      onBack={onBack}
      mainAction={
        printInstead ? (
          <Button look="main" icon={Printer} onPress={printInstead}>
            {t('email.print')}
          </Button>
        ) : (
          <Button look="main" icon={House} onPress={onHome}>
            {words.home}
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
            text={words.asking}
            explanation={t('email.askingExplained')}
            longText={t('email.askingLong')}
          />
        )}
        {state !== 'failed' && state !== 'asking' && (
          <DeliveryState
            state={state}
            icons={{ saved: Mail, transmitted: MailCheck }}
            words={{
              saved: t('email.savedText'),
              transmitted: t('email.transmittedText'),
              refused: t(onPrintInstead ? 'email.refusedText' : 'email.refusedHere'),
            }}
          />
        )}
      </div>
    </Frame>
  );
}

/** Utters the wish once, when the screen appears. */
function useWish(request: EmailRequest): Wish {
  const [wish, setWish] = useState<Wish>({ name: 'asking' });
  const uttered = useRef(false);

  useEffect(() => {
    if (uttered.current) return;
    uttered.current = true;
    void request().then((answer) =>
      setWish(answer.ok ? { name: 'taken', ...answer.value } : { name: 'failed', error: answer.error }),
    );
  }, [request]);

  return wish;
}
