/** A list of papers, page after page, under the lease that they are about. */
import './papers.css';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PagesPhase } from '../../app/pages.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';

export interface PaperListProps {
  title: string;
  lead: string;
  /** What a screen reader calls the list. */
  label: string;
  empty: string;
  emptyText: string;
  lease: ReactNode;
  accountId: string;
  phase: PagesPhase;
  hasLines: boolean;
  /** The list's entries. */
  children: ReactNode;
  /** For what follows, where there is more. */
  onMore(): void;
  onBack(): void;
}

export function PaperList(props: PaperListProps) {
  const { t } = useTranslation();
  const { title, lead, label, empty, emptyText, lease, accountId, phase, hasLines, children } = props;
  return (
    <Frame title={title} lead={lead} fills onBack={props.onBack}>
      <div className="papers">
        {lease}
        <ScrollArea key={accountId} label={label} upWord={t('papers.newer')} downWord={t('papers.older')}>
          {hasLines && <ul className="papers__list">{children}</ul>}
          {phase.name === 'partial' ? (
            <div className="papers__more">
              <Button icon={ChevronDown} onPress={props.onMore}>
                {t('papers.more')}
              </Button>
            </div>
          ) : (
            <PagesEnd
              phase={phase}
              hasLines={hasLines}
              words={{
                loading: t('papers.loading'),
                empty,
                emptyText,
                tooMany: (shown) => t('papers.tooMany', { shown }),
              }}
              onNearEnd={props.onMore}
            />
          )}
        </ScrollArea>
      </div>
    </Frame>
  );
}
