/**
 * What is asked for, before and after, confirmed by the tenant. A step of its own: whoever filled the rest in, it is
 * the tenant who touches this.
 */
import '../../styles/card.css';
import { ArrowRight, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { ProfileChange, RequestedChange, TenantProfile } from '../../../preload/profile-contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { useChangeWords } from './use-change-words.ts';
import { isLastWay } from './ways-to-reach.ts';

export interface ConfirmStepProps {
  profile: TenantProfile;
  /** Asked for before. */
  waiting: readonly RequestedChange[];
  change: ProfileChange;
  pageCount: number;
  /** Answers null when it is on its way. */
  onConfirm(): Promise<Failure | null>;
  onBack(): void;
}

export function ConfirmStep({ profile, waiting, change, pageCount, onConfirm, onBack }: ConfirmStepProps) {
  const { t } = useTranslation();
  const words = useChangeWords(profile);
  const { isSending, error, send } = useSending(onConfirm);
  usePersonAlone(onBack);

  return (
    <Frame
      title={t('situation.confirm.title')}
      lead={t('situation.confirm.lead')}
      notice={error && <FailureNotice error={error} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Send} isDisabled={isSending} onPress={() => void send()}>
          {t('situation.confirm.send')}
        </Button>
      }
    >
      <div className="situation">
        <section className="card" aria-labelledby="what-changes">
          <h2 id="what-changes">{t(`situation.kinds.${change.kind}`)}</h2>
          <div className="before-after">
            <div>
              <p className="situation__quiet">{t('situation.confirm.before')}</p>
              <p className="before-after__value">{words.before(change)}</p>
            </div>
            <ArrowRight className="before-after__arrow" aria-hidden />
            <div>
              <p className="situation__quiet">{t('situation.confirm.after')}</p>
              <p className="before-after__value">{words.after(change)}</p>
            </div>
          </div>
        </section>
        {isLastWay(change, profile.contact, waiting) && (
          <Notice kind="problem">{t('situation.confirm.lastWay')}</Notice>
        )}
        <p>
          {pageCount > 0
            ? t('situation.confirm.withProof', { count: pageCount })
            : t(`situation.confirm.later.${change.kind}`)}
        </p>
      </div>
    </Frame>
  );
}
