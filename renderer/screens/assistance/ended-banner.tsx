import { Check, DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AssistanceEnd } from '../../../preload/assist-contract.ts';
import { Button } from '../../components/button/button.tsx';
import { useBannerHeight } from './use-banner-height.ts';

/** That nobody helps any more, and why; until the person has read it. */
export function EndedBanner({ ended, onRead }: { ended: AssistanceEnd; onRead(): void }) {
  const { t } = useTranslation();
  const banner = useBannerHeight();
  return (
    <section
      ref={banner}
      className="assistance-banner"
      aria-label={t('assistance.banner.label')}
      data-react-aria-top-layer="true"
    >
      <div className="assistance-banner__row">
        <DoorOpen className="assistance-banner__icon" aria-hidden />
        <div className="assistance-banner__words" role="status">
          <p className="assistance-banner__who">{t('assistance.ended.title')}</p>
          <p>{t(`assistance.ended.${ended}`)}</p>
        </div>
        <div className="assistance-banner__actions">
          <Button icon={Check} onPress={onRead}>
            {t('assistance.ended.read')}
          </Button>
        </div>
      </div>
    </section>
  );
}
