/** A sentence that matters now: a failure, a piece of information, a success. Said aloud when it appears. */
import './notice.css';
import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../preload/contract.ts';
import type { HealthCode } from '../../../preload/health-contract.ts';

const ICONS = { problem: TriangleAlert, information: Info, good: CircleCheck } as const;

export interface NoticeProps {
  kind: keyof typeof ICONS;
  children: ReactNode;
  /** Shown small, for the technician. */
  code?: ErrorCode | HealthCode;
  /** What to do about it: one or two buttons. */
  actions?: ReactNode;
}

export function Notice({ kind, children, code, actions }: NoticeProps) {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  return (
    <div className={`notice notice--${kind}`}>
      <Icon className="notice__icon" aria-hidden />
      <div className="notice__content">
        <div role={kind === 'problem' ? 'alert' : 'status'}>{children}</div>
        {code && <p className="notice__code">{t('failure.code', { code })}</p>}
        {actions && <div className="notice__actions">{actions}</div>}
      </div>
    </div>
  );
}
