/** "Mes suivis": what somebody did lately, here or elsewhere, and how far it is. */
import '../requests/requests.css';
import '../../styles/ledger-table.css';
import './follow-ups.css';
import { CircleCheck, Hourglass, type LucideIcon, Send, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../preload/request-contract.ts';
import { instantInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { useFollowUps } from './use-follow-ups.ts';

const STATE_ICONS: Readonly<Record<FollowUp['state'], LucideIcon>> = {
  saved: Hourglass,
  refused: TriangleAlert,
  received: Send,
  done: CircleCheck,
};

export function FollowUpsScreen({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { followUps, loadMore } = useFollowUps();
  const { entries, phase, unread } = followUps;
  return (
    <Frame
      title={t('followUps.title')}
      lead={t('followUps.lead')}
      notice={
        unread && (
          <Notice kind="problem" code={unread.code}>
            {t('followUps.onlyHere')}
          </Notice>
        )
      }
      fills
      onBack={onBack}
    >
      <div className="requests">
        <ScrollArea
          label={t('followUps.title')}
          upWord={t('account.newer')}
          downWord={t('account.older')}
          growing={phase.name === 'partial' || phase.name === 'loading'}
        >
          {entries.length > 0 && (
            <table className="ledger follow-ups">
              <caption className="only-heard">{t('followUps.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('followUps.date')}</th>
                  <th scope="col">{t('followUps.what')}</th>
                  <th scope="col">{t('followUps.state')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((followUp) => (
                  <Row key={followUp.id} followUp={followUp} />
                ))}
              </tbody>
            </table>
          )}
          <PagesEnd
            phase={phase}
            hasLines={entries.length > 0}
            words={{
              loading: t('followUps.loading'),
              empty: t('followUps.empty'),
              emptyText: t('followUps.emptyText'),
              tooMany: (shown) => t('followUps.tooMany', { shown }),
            }}
            onNearEnd={loadMore}
          />
        </ScrollArea>
      </div>
    </Frame>
  );
}

function Row({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { kind, doneAt, state, reference, amountCents } = followUp;
  const Icon = STATE_ICONS[state];
  const detail = [
    ...(amountCents === null ? [] : [money(amountCents, locale)]),
    ...(reference === null ? [] : [t('followUps.reference', { reference })]),
  ];
  return (
    <tr>
      <td className="ledger__date">{instantInText(doneAt, locale)}</td>
      <td className="ledger__label">
        {t(`followUps.kinds.${kind}`)}
        {detail.length > 0 && <span className="follow-ups__detail">{detail.join(' · ')}</span>}
      </td>
      <td>
        <span className={`follow-ups__state follow-ups__state--${state}`}>
          <Icon className="follow-ups__icon" aria-hidden />
          {t(`followUps.states.${state}`)}
        </span>
      </td>
    </tr>
  );
}
