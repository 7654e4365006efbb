/** The second touch of a mandate: signed, then sent. */
import { Eraser, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { isSigned } from '../../../preload/signature.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { SignaturePad } from './signature-pad.tsx';
import { pathOf, type Stroke } from './strokes.ts';

export interface SignatureStepProps {
  strokes: readonly Stroke[];
  onStrokes(strokes: readonly Stroke[]): void;
  /** Answers null once the mandate is on its way, and another screen is there. */
  onSend(signature: string): Promise<Failure | null>;
  onBack(): void;
}

export function SignatureStep({ strokes, onStrokes, onSend, onBack }: SignatureStepProps) {
  const { t } = useTranslation();
  const [isSending, setIsSending] = useState(false);
  usePersonAlone(onBack);
  const [trouble, setTrouble] = useState<'tooShort' | Failure | null>(null);

  const send = async () => {
    const signature = pathOf(strokes);
    if (!isSigned(signature)) return setTrouble('tooShort');
    setIsSending(true);
    const failure = await onSend(signature);
    if (!failure) return;
    setIsSending(false);
    setTrouble(failure);
  };

  return (
    <Frame
      screen="signature"
      title={t('directDebit.signature.title')}
      lead={t('directDebit.signature.lead')}
      notice={trouble && <SignatureTrouble trouble={trouble} />}
      fills
      onBack={onBack}
      mainAction={
        <Button look="main" icon={PenLine} isDisabled={isSending} onPress={() => void send()}>
          {t(isSending ? 'directDebit.signature.sending' : 'directDebit.signature.send')}
        </Button>
      }
    >
      <div className="signature-step">
        <div className="signature-step__place">
          <SignaturePad
            strokes={strokes}
            onStroke={(stroke) => {
              setTrouble(null);
              onStrokes([...strokes, stroke]);
            }}
          />
        </div>
        <div className="signature-step__below">
          <p>{t('directDebit.signature.otherwise')}</p>
          <Button icon={Eraser} isDisabled={strokes.length === 0} onPress={() => onStrokes([])}>
            {t('directDebit.signature.erase')}
          </Button>
        </div>
      </div>
    </Frame>
  );
}

function SignatureTrouble({ trouble }: { trouble: 'tooShort' | Failure }) {
  const { t } = useTranslation();
  if (trouble === 'tooShort') return <Notice kind="problem">{t('directDebit.signature.tooShort')}</Notice>;
  return <FailureNotice error={trouble} />;
}
