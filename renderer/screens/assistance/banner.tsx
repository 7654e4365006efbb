/** Who helps, since when, and the way to end it: above every screen, and in front of every dialog. */
import { CircleStop, HeartHandshake, Undo2, Wrench } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import type { Assistance } from '../../../preload/assist-contract.ts';
import type { Cover, StaffTool } from '../../app/assistance.ts';
import { isWatched } from '../../app/assistance.ts';
import { isolated, timeInText } from '../../app/formats.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { useAccess, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { PointingBar } from './pointing-bar.tsx';
import { StaffTools } from './staff-tools.tsx';
import { useBannerHeight } from './use-banner-height.ts';

export interface BannerProps {
  assistance: Assistance;
  cover: Cover | null;
  onTool(tool: StaffTool | null): void;
  screen: RefObject<HTMLElement | null>;
}

export function Banner({ assistance, cover, onTool, screen }: BannerProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const banner = useBannerHeight();
  const isSignedIn = useSessionState() === 'tenant';
  const isRefused = useRefusedBadge();
  const [isPointing, setIsPointing] = useState(false);
  const { staffName, sinceMs, consent, isHandedOver } = assistance;
  const watched = isWatched(assistance);
  const who = t('assistance.banner.who', {
    name: isolated(staffName),
    time: timeInText(sinceMs, locale),
  });
  const how = isHandedOver ? 'handedOver' : isSignedIn ? consent : 'signedOut';
  return (
    <section
      ref={banner}
      className="assistance-banner"
      aria-label={t('assistance.banner.label')}
      // What stands in front of the screen leaves it within reach.
      data-react-aria-top-layer="true"
    >
      <div className="assistance-banner__row">
        <HeartHandshake className="assistance-banner__icon" aria-hidden />
        <div className="assistance-banner__words" role="status">
          <p className="assistance-banner__who">{who}</p>
          <p>{t(isRefused ? 'assistance.banner.otherBadge' : `assistance.banner.how.${how}`)}</p>
        </div>
        <div className="assistance-banner__actions">
          {watched && (
            <DialogTrigger>
              <Button icon={Wrench}>{t('assistance.tools.open')}</Button>
              <StaffTools
                assistance={assistance}
                isCovered={cover !== null}
                onTool={onTool}
                onPoint={() => setIsPointing(true)}
              />
            </DialogTrigger>
          )}
          {isHandedOver && (
            <Button look="main" icon={Undo2} onPress={() => void ask('assist.takeBack', undefined)}>
              {t('assistance.alone.giveBack')}
            </Button>
          )}
          <Button icon={CircleStop} onPress={() => void tell('assist.stop', { by: 'person' })}>
            {t('assistance.banner.stop')}
          </Button>
        </div>
      </div>
      {watched && isPointing && (
        <PointingBar isCovered={cover !== null} screen={screen} onDone={() => setIsPointing(false)} />
      )}
    </section>
  );
}

/** Another badge was shown while one lay there. Until something else is said of badges. */
function useRefusedBadge(): boolean {
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => window.kiosk.on('assist.badge', ({ name }) => setIsRefused(name === 'refused')), []);
  return isRefused;
}
