/** What the landlord's system refused for good: staff have it tried again, or say that they have seen to it. */
import './refused-deliveries.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../preload/contract.ts';
import type { RefusedDeliveryList } from '../../../../preload/refused-deliveries-contract.ts';
import { instantInText } from '../../../app/formats.ts';
import { ask } from '../../../app/kiosk.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Frame } from '../../../components/frame/frame.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Waiting } from '../../../components/waiting/waiting.tsx';
import { LeaveTechnician } from '../leave-technician.tsx';
import { useWishName } from '../wish-name.ts';
import { RefusedDeliveryCard } from './refused-delivery-card.tsx';
import { useRefusedDeliveries } from './use-refused-deliveries.ts';

type Deed = 'triedAgain' | 'isSetAside';
type Outcome = { deed: Deed } | { error: Failure };

export function RefusedDeliveries({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { reading, readAgain } = useRefusedDeliveries();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [settingAside, setSettingAside] = useState<string | null>(null);

  const perform = async (deed: Deed, deliveryId: string) => {
    setAsking(true);
    setSettingAside(null);
    const channel = deed === 'triedAgain' ? 'staff.tryDeliveryAgain' : 'staff.setDeliveryAside';
    const answer = await ask(channel, { deliveryId });
    setAsking(false);
    setOutcome(answer.ok ? { deed } : { error: answer.error });
    readAgain();
  };

  return (
    <Frame
      title={t('refusedDeliveries.title')}
      lead={t('refusedDeliveries.lead')}
      notice={
        <>
          {outcome && <OutcomeNotice outcome={outcome} />}
          {reading.name === 'read' && <Losses list={reading.list} />}
        </>
      }
      onBack={onBack}
      exit={<LeaveTechnician />}
    >
      {reading.name === 'reading' && (
        <Waiting
          text={t('refusedDeliveries.loading')}
          explanation={t('refusedDeliveries.loadingExplained')}
          longText={t('refusedDeliveries.loadingLong')}
        />
      )}
      {reading.name === 'failed' && (
        <Notice kind="problem" code={reading.error.code}>
          {t(`errors.${reading.error.code}`)}
        </Notice>
      )}
      {reading.name === 'read' && reading.list.deliveries.length === 0 && (
        <Notice kind="good">{t('refusedDeliveries.none')}</Notice>
      )}
      {reading.name === 'read' && (
        <ul className="refused-deliveries">
          {reading.list.deliveries.map((delivery) => (
            <li key={delivery.deliveryId}>
              <RefusedDeliveryCard
                delivery={delivery}
                isDisabled={isAsking}
                isSettingAside={settingAside === delivery.deliveryId}
                onTryAgain={() => void perform('triedAgain', delivery.deliveryId)}
                onSetAside={() => {
                  if (settingAside === delivery.deliveryId) void perform('isSetAside', delivery.deliveryId);
                  else setSettingAside(delivery.deliveryId);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

/** What this terminal cannot put right by itself, and somebody has to be told of. */
function Losses({ list: { unreadable, salvagedAt, lostCount, mayMissMore } }: { list: RefusedDeliveryList }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const wishName = useWishName();
  const total = unreadable.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {total > 0 && (
        <Notice kind="problem" code="SEALING_KEY_REPLACED">
          {t('refusedDeliveries.underAnotherKey', {
            count: total,
            kinds: unreadable.map(({ kind, count }) => `${count} × ${wishName(kind)}`).join(', '),
          })}
        </Notice>
      )}
      {salvagedAt !== null && (
        <Notice kind="problem" code="DATABASE_SALVAGED">
          {t('refusedDeliveries.salvaged', { instant: instantInText(salvagedAt, locale) })}
        </Notice>
      )}
      {lostCount > 0 && (
        <Notice kind="problem" code="ROWS_LOST">
          {t('refusedDeliveries.lost', { count: lostCount })}
        </Notice>
      )}
      {mayMissMore && (
        <Notice kind="problem" code="ROWS_MAY_BE_LOST">
          {t('refusedDeliveries.mayMissMore')}
        </Notice>
      )}
    </>
  );
}

function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  if ('deed' in outcome) return <Notice kind="good">{t(`refusedDeliveries.${outcome.deed}`)}</Notice>;
  return (
    <Notice kind="problem" code={outcome.error.code}>
      {t(outcome.error.code === 'INPUT_INVALID' ? 'refusedDeliveries.gone' : `errors.${outcome.error.code}`)}
    </Notice>
  );
}
