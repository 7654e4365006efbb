/** Before a step that is the person's alone: the member of staff steps back, and the person says that they have. */
import { EyeOff, Footprints, Hand, ShieldCheck } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { aloneSteps } from '../../app/alone-steps.ts';
import { isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';

const POINTS = [
  { name: 'stepBack', icon: Footprints },
  { name: 'private', icon: EyeOff },
  { name: 'kept', icon: ShieldCheck },
] as const;

export function HandOverScreen({ name }: { name: string }) {
  const { t } = useTranslation();
  const { ofScreen, ofTool } = useSyncExternalStore(aloneSteps.subscribe, aloneSteps.read);
  const [failure, setFailure] = useState<Failure | null>(null);
  const goBack = () => {
    aloneSteps.dismiss();
    (ofTool ?? ofScreen)?.onBack();
  };
  const handOver = async () => {
    const answer = await ask('assist.handOver', undefined);
    setFailure(answer.ok ? null : answer.error);
  };
  return (
    <Frame
      title={t('assistance.alone.title')}
      lead={t('assistance.alone.lead', { name: isolated(name) })}
      notice={
        failure && (
          <Notice kind="problem" code={failure.code}>
            {t(`errors.${failure.code}`)}
          </Notice>
        )
      }
      onBack={goBack}
      mainAction={
        <Button look="main" icon={Hand} onPress={() => void handOver()}>
          {t('assistance.alone.confirm')}
        </Button>
      }
    >
      <ul className="assistance-points">
        {POINTS.map(({ name: point, icon: Icon }) => (
          <li key={point}>
            <Icon className="assistance-points__icon" aria-hidden />
            {t(`assistance.alone.points.${point}`)}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
