/** What a member of staff can do at the kiosk while they help: each thing a button, and nothing of the person here. */
import {
  ChartColumn,
  DoorOpen,
  Hand,
  Hourglass,
  Languages,
  ListChecks,
  Pause,
  PenLine,
  Phone,
  Play,
  Pointer,
  Printer,
  UserPlus,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assistance } from '../../../preload/assist-contract.ts';
import type { Failure } from '../../../preload/contract.ts';
import type { StaffTool } from '../../app/assistance.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { lastPrint } from '../../app/last-print.ts';
import { useSessionState } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/notice/notice.tsx';

export interface StaffToolsProps {
  assistance: Assistance;
  isCovered: boolean;
  onTool(tool: StaffTool): void;
  onPoint(): void;
}

type Told = { name: 'longer'; minutes: number } | { name: 'failed'; error: Failure };

export function StaffTools(props: StaffToolsProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('assistance.tools.title')}>{(close) => <Tools {...props} onClose={close} />}</Dialog>
  );
}

function Tools({ assistance, isCovered, onTool, onPoint, onClose }: StaffToolsProps & { onClose(): void }) {
  const { t } = useTranslation();
  const isSignedIn = useSessionState() === 'tenant';
  const [told, setTold] = useState<Told | null>(null);
  const { role, isClockPaused, longerLimitsLeft, consent } = assistance;
  const mayPrint = isSignedIn && (consent === 'onScreen' || consent === 'orally') && lastPrint.read();
  const open = (tool: StaffTool) => () => {
    onClose();
    onTool(tool);
  };
  const pause = async () => {
    const answer = await ask('assist.pauseClock', { isPaused: !isClockPaused });
    setTold(answer.ok ? null : { name: 'failed', error: answer.error });
  };
  const lengthen = async () => {
    const answer = await ask('assist.lengthenLimit', undefined);
    setTold(
      answer.ok ? { name: 'longer', minutes: answer.value.minutes } : { name: 'failed', error: answer.error },
    );
  };
  return (
    <div className="staff-tools">
      {told?.name === 'longer' && (
        <Notice kind="good">{t('assistance.tools.isLonger', { count: told.minutes })}</Notice>
      )}
      {told?.name === 'failed' && (
        <Notice kind="problem" code={told.error.code}>
          {t(`errors.${told.error.code}`)}
        </Notice>
      )}
      {!isCovered && (
        <Button
          icon={Pointer}
          onPress={() => {
            onClose();
            onPoint();
          }}
        >
          {t('assistance.tools.point')}
        </Button>
      )}
      {!isCovered && (
        <Button
          icon={Hand}
          onPress={() => {
            onClose();
            void ask('assist.handOver', undefined);
          }}
        >
          {t('assistance.tools.handOver')}
        </Button>
      )}
      <Button icon={Languages} onPress={open('interpreter')}>
        {t('assistance.tools.interpreter')}
      </Button>
      <Button icon={isClockPaused ? Play : Pause} onPress={() => void pause()}>
        {t(isClockPaused ? 'assistance.tools.resume' : 'assistance.tools.pause')}
      </Button>
      <Button icon={Hourglass} isDisabled={longerLimitsLeft === 0} onPress={() => void lengthen()}>
        {t('assistance.tools.longer', { count: longerLimitsLeft })}
      </Button>
      <Button icon={Phone} onPress={open('usefulNumbers')}>
        {t('assistance.tools.usefulNumbers')}
      </Button>
      {mayPrint && (
        <Button icon={Printer} onPress={open('printAgain')}>
          {t('assistance.tools.printAgain')}
        </Button>
      )}
      {!isSignedIn && (
        <Button icon={UserPlus} onPress={open('walkIn')}>
          {t('assistance.tools.walkIn')}
        </Button>
      )}
      {!isSignedIn && (
        <Button icon={PenLine} onPress={open('request')}>
          {t('assistance.tools.request')}
        </Button>
      )}
      <Button icon={ListChecks} onPress={open('summary')}>
        {t('assistance.tools.summary')}
      </Button>
      {role === 'supervisor' && (
        <Button icon={ChartColumn} onPress={open('counts')}>
          {t('assistance.tools.counts')}
        </Button>
      )}
      <Button icon={DoorOpen} onPress={() => void tell('assist.stop', { by: 'staff' })}>
        {t('assistance.tools.stop')}
      </Button>
    </div>
  );
}
