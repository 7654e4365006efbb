import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption, RunningOut } from '../../components/interruption/interruption.tsx';

export function LimitWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  const [isRead, setRead] = useState(false);
  const warning = (time: number) => t('limitWarning.text', { time: duration(time, locale) });

  if (isRead) return null;
  return (
    <Interruption title={t('limitWarning.title')} onDismiss={() => setRead(true)}>
      <RunningOut heard={warning(seconds)} seen={warning(left)} />
      <Button look="main" icon={Check} autoFocus onPress={() => setRead(true)}>
        {t('limitWarning.understood')}
      </Button>
    </Interruption>
  );
}
