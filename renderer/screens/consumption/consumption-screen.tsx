/** "Mes consommations": what the dwelling's own meters counted. */
import '../../styles/card.css';
import './consumption.css';
import { Gauge } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { useReading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Choices } from '../../components/tools/choices.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { usePartnerSites } from '../partner-sites/use-partner.ts';
import { MeterView } from './meter-view.tsx';
import type { View } from './summary.ts';

export interface ConsumptionScreenProps {
  accountId: string;
  lease: ReactNode;
  onBack(): void;
}

const VIEWS = ['byMonth', 'byYear'] as const;

export function ConsumptionScreen({ accountId, lease, onBack }: ConsumptionScreenProps) {
  const { t } = useTranslation();
  const { state, readAgain } = useReading('consumption.read', { accountId });
  return (
    <Frame title={t('consumption.title')} lead={t('consumption.lead')} onBack={onBack}>
      <div className="consumption">
        {lease}
        {state.name === 'loading' && (
          <Waiting
            text={t('consumption.reading')}
            explanation={t('consumption.readingExplained')}
            longText={t('consumption.readingLong')}
          />
        )}
        {state.name === 'failed' && <FailureNotice error={state.error} onRetry={readAgain} />}
        {state.name === 'ready' && <Meters key={accountId} meters={state.value.meters} />}
      </div>
    </Frame>
  );
}

function Meters({ meters }: { meters: readonly Meter[] }) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState(meters[0]?.id ?? null);
  const [view, setView] = useState<View>('byMonth');
  const meter = meters.find(({ id }) => id === chosenId);
  if (!meter) {
    return (
      <Notice kind="information">
        <p>
          <strong>{t('consumption.noMeter')}</strong>
        </p>
        <p>{t('consumption.noMeterText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <div className="consumption__choices">
        {meters.length > 1 && (
          <Choices
            label={t('consumption.whichMeter')}
            chosen={meter.id}
            options={meters.map(({ id, energy }) => ({
              value: id,
              word: t(`consumption.energies.${energy}`),
            }))}
            onChoose={setChosenId}
          />
        )}
        <Choices<View>
          label={t('consumption.by')}
          chosen={view}
          options={VIEWS.map((each) => ({ value: each, word: t(`consumption.${each}`) }))}
          onChoose={setView}
        />
      </div>
      <MeterView key={meter.id} meter={meter} view={view} />
      <Portal />
    </>
  );
}

/** The site where the meters can be followed day by day: offered where the agency's configuration names one. */
function Portal() {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const site = usePartnerSites()?.find(({ isMetersPortal }) => isMetersPortal);
  if (!site) return null;
  return (
    <div>
      <Button icon={Gauge} onPress={() => void tell('partner.open', { siteId: site.id })}>
        {t('consumption.portal', { name: site.name[locale] })}
      </Button>
    </div>
  );
}
