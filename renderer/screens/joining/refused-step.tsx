/** Nobody was found: what was answered, to be looked at again, and nothing about which of it is wrong. */
import '../../styles/card.css';
import './joining.css';
import { PenLine, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { readDate } from '../../components/date-fields/written-date.ts';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import type { Draft } from './draft.ts';

export interface RefusedStepProps {
  draft: Draft;
  refusal: Failure;
  onChange(step: 'number' | 'name' | 'birth'): void;
  onAgain(): void;
  onBack(): void;
}

export function RefusedStep({ draft, refusal, onChange, onAgain, onBack }: RefusedStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const birth = readDate(draft.birth);
  const isAboutAnswers = refusal.code === 'REGISTRATION_REFUSED' || refusal.code === 'REGISTRATION_DELAYED';
  const answers = [
    ['number', draft.number],
    ['name', draft.name],
    ['birth', birth.ok ? dayInText(birth.day, locale) : ''],
  ] as const;
  return (
    <Frame
      title={t(isAboutAnswers ? 'joining.refused.title' : 'joining.refused.notAsked')}
      lead={t(isAboutAnswers ? 'joining.refused.lead' : 'joining.refused.kept')}
      notice={<Refusal key={JSON.stringify(refusal)} refusal={refusal} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={RefreshCw} onPress={onAgain}>
          {t('joining.refused.again')}
        </Button>
      }
    >
      <div className="joining">
        {answers.map(([name, answer]) => (
          <section key={name} className="card joining__answer" aria-label={t(`joining.refused.${name}`)}>
            <p>
              {t(`joining.refused.${name}`)}
              <br />
              <bdi className="joining__answer-value">{answer}</bdi>
            </p>
            <Button
              icon={PenLine}
              label={`${t('joining.refused.change')} ${t(`joining.refused.${name}`)}`}
              onPress={() => onChange(name)}
            >
              {t('joining.refused.change')}
            </Button>
          </section>
        ))}
        <p>{t('joining.refused.desk')}</p>
      </div>
    </Frame>
  );
}

function Refusal({ refusal: { code, retryAfterSeconds } }: { refusal: Failure }) {
  const { t } = useTranslation();
  if (code === 'REGISTRATION_REFUSED') return null;
  if (code === 'REGISTRATION_DELAYED' && retryAfterSeconds !== undefined) {
    return <DelayNotice seconds={retryAfterSeconds} words="joining.refused.delayed" />;
  }
  return (
    <Notice kind="problem" code={code}>
      {t(`errors.${code}`)}
    </Notice>
  );
}
