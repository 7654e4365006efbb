import { Hand, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption, RunningOut } from '../../components/interruption/interruption.tsx';

export function IdleWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const signedIn = useSessionState() === 'tenant';
  const left = useCountdown(seconds);
  const stay = () => void tell('session.activity', undefined);
  const consequence = (time: number) =>
    t(signedIn ? 'idle.signedIn' : 'idle.signedOut', { time: duration(time, locale) });

  return (
    <Interruption title={t('idle.title')} onDismiss={stay}>
      <RunningOut heard={consequence(seconds)} seen={consequence(left)} />
      <Button look="main" icon={Hand} autoFocus onPress={stay}>
        {t('idle.stay')}
      </Button>
      <Button icon={Hourglass} onPress={() => void tell('session.moreTime', undefined)}>
        {t('idle.moreTime')}
      </Button>
    </Interruption>
  );
}
