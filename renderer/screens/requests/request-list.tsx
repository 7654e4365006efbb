/** What somebody asked for: its nature, when it was registered, how far it is, what happens next. */
import './requests.css';
import { ChevronRight, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as PlainButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { RequestHead } from '../../../preload/request-contract.ts';
import { instantInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { NATURE_ICONS } from '../request-form/pictures.ts';
import { Status, useAbout } from './request-words.tsx';
import { useRequests } from './use-requests.ts';

export interface RequestListProps {
  accountId: string;
  lease: ReactNode;
  onOpen(requestId: string): void;
  onWrite(): void;
  onBack(): void;
}

export function RequestList({ accountId, lease, onOpen, onWrite, onBack }: RequestListProps) {
  const { t } = useTranslation();
  const { requests, loadMore } = useRequests(accountId);
  const { entries, phase, unread } = requests;
  return (
    <Frame
      title={t('requests.list.title')}
      lead={t('requests.list.lead')}
      notice={
        unread && (
          <Notice kind="problem" code={unread.code}>
            {t('requests.list.onlyHere')}
          </Notice>
        )
      }
      fills
      onBack={onBack}
      mainAction={
        <Button look="main" icon={PenLine} onPress={onWrite}>
          {t('requests.list.write')}
        </Button>
      }
    >
      <div className="requests">
        {lease}
        <ScrollArea
          key={accountId}
          label={t('requests.list.title')}
          upWord={t('account.newer')}
          downWord={t('account.older')}
          growing={phase.name === 'partial' || phase.name === 'loading'}
        >
          <ul className="requests__list">
            {entries.map((request) => (
              <li key={request.id}>
                <RequestCard request={request} onOpen={() => onOpen(request.id)} />
              </li>
            ))}
          </ul>
          <PagesEnd
            phase={phase}
            hasLines={entries.length > 0}
            words={{
              loading: t('requests.list.loading'),
              empty: t('requests.list.empty'),
              emptyText: t('requests.list.emptyText'),
              tooMany: (shown) => t('requests.list.tooMany', { shown }),
            }}
            onNearEnd={loadMore}
          />
        </ScrollArea>
      </div>
    </Frame>
  );
}

function RequestCard({ request, onOpen }: { request: RequestHead; onOpen(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const about = useAbout();
  const { nature, reference, registeredAt, status, followUp } = request;
  const Icon = NATURE_ICONS[nature];
  return (
    <PlainButton className="request-card" onPress={onOpen}>
      <Icon className="request-card__icon" aria-hidden />
      <span className="request-card__words">
        <span className="request-card__about">{about(request)}</span>
        <span>{t('requests.registered', { reference, instant: instantInText(registeredAt, locale) })}</span>
        <Status status={status} />
        {followUp && <bdi>{followUp}</bdi>}
      </span>
      <ChevronRight className="request-card__go" aria-hidden />
    </PlainButton>
  );
}
