/** Where a piece of work stands, in the middle of the screen. */
import './progress-picture.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../preload/contract.ts';

export interface ProgressPictureProps {
  icon: LucideIcon;
  /** Said aloud when it changes. */
  text: string;
  tone?: 'plain' | 'good' | 'problem';
  busy?: boolean;
  code?: ErrorCode;
  children?: ReactNode;
}

/** One large picture and one sentence: where a piece of work stands. */
export function ProgressPicture(props: ProgressPictureProps) {
  const { t } = useTranslation();
  const { icon: Icon, text, tone = 'plain', busy, code, children } = props;
  return (
    <div className={`progress__state progress__state--${tone}`}>
      <Icon className={`progress__icon ${busy ? 'progress__icon--busy' : ''}`} aria-hidden />
      <p className="progress__text" role={tone === 'problem' ? 'alert' : 'status'}>
        {text}
      </p>
      {children}
      {code && <p className="progress__code">{t('failure.code', { code })}</p>}
    </div>
  );
}
