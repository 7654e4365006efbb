/** What becomes of the person's data, in plain words, before anything is kept. */
import '../../styles/card.css';
import './joining.css';
import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { isolated } from '../../app/formats.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export interface ConsentStepProps {
  email: string;
  /** Answers null when another screen is there. */
  onAccept(): Promise<Failure | null>;
  onRestart(): void;
  onBack(): void;
}

const SENTENCES = ['who', 'why', 'howLong', 'rights', 'kiosk'] as const;

export function ConsentStep({ email, onAccept, onRestart, onBack }: ConsentStepProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asking = useRef(false);

  const accept = async () => {
    if (asking.current) return;
    asking.current = true;
    setIsAsking(true);
    const failed = await onAccept();
    asking.current = false;
    setIsAsking(false);
    setFailure(failed);
  };

  return (
    <Frame
      title={t('joining.consent.title')}
      lead={t('joining.consent.lead')}
      notice={
        failure && (
          <Notice
            kind="problem"
            code={failure.code}
            actions={
              failure.code === 'REGISTRATION_OVER' && (
                <Button onPress={onRestart}>{t('joining.wait.restart')}</Button>
              )
            }
          >
            {t(`errors.${failure.code}`)}
          </Notice>
        )
      }
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Check} isDisabled={isAsking} onPress={() => void accept()}>
          {t('joining.consent.accept')}
        </Button>
      }
    >
      {isAsking ? (
        <Waiting
          text={t('joining.consent.sending')}
          explanation={t('joining.consent.sendingExplained')}
          longText={t('joining.consent.sendingLong')}
        />
      ) : (
        <div className="joining">
          <section className="card">
            {SENTENCES.map((name) => (
              <p key={name}>{t(`joining.consent.${name}`)}</p>
            ))}
          </section>
          <p>
            <strong>{t('joining.consent.address', { email: isolated(email) })}</strong>
          </p>
        </div>
      )}
    </Frame>
  );
}
