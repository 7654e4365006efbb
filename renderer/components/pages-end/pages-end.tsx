/** What stands after the last line of a long list: nothing, more to come, too much, or what went wrong. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../app/formats.ts';
import { type PagesPhase, SHOWN_ENTRIES_MAX } from '../../app/pages.ts';
import { useAccess } from '../../app/surroundings.ts';
import { FailureNotice } from '../failure-notice/failure-notice.tsx';
import { Notice } from '../notice/notice.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import { NearEnd } from './near-end.tsx';

export interface PagesEndProps {
  phase: PagesPhase;
  hasLines: boolean;
  words: {
    /** Until the first lines are there. */
    loading: string;
    empty: string;
    /** What to do about it. */
    emptyText: string;
    /** There is more than is shown. */
    tooMany(shown: string): string;
  };
  /** After the last line of all. */
  children?: ReactNode;
  onNearEnd(): void;
}

export function PagesEnd({ phase, hasLines, words, children, onNearEnd }: PagesEndProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  switch (phase.name) {
    case 'loading':
      return (
        <Waiting
          text={hasLines ? t('account.loadingMore') : words.loading}
          explanation={t('account.loadingExplained')}
          longText={t('account.loadingLong')}
        />
      );
    case 'partial':
      return <NearEnd onNear={onNearEnd} />;
    case 'complete':
      return hasLines ? (
        children
      ) : (
        <Notice kind="information">
          <p>
            <strong>{words.empty}</strong>
          </p>
          <p>{words.emptyText}</p>
        </Notice>
      );
    case 'tooMany':
      return <Notice kind="information">{words.tooMany(count(SHOWN_ENTRIES_MAX, locale))}</Notice>;
    case 'failed':
      return <FailureNotice error={phase.error} onRetry={onNearEnd} />;
    default:
      return phase satisfies never;
  }
}
