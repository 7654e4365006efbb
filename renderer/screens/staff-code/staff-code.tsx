/** The code pad for staff, over any screen. It says nothing of the kiosk, and nothing of whose code it might be. */
import { HeartHandshake, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { StaffPad } from './staff-pad.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { type StaffCodeState, useStaffCode } from './use-staff-code.ts';

export interface StaffCodeProps {
  /** Null where there is nobody to be helped. */
  onHelp: (() => void) | null;
  onClose: () => void;
}

export function StaffCode({ onHelp, onClose }: StaffCodeProps) {
  const { t } = useTranslation();
  const { code, state, isComplete, setCode, enter } = useStaffCode(onClose);
  return (
    <StaffPanel
      title={t('staffCode.title')}
      asks="code"
      otherWay={
        onHelp && (
          <Button icon={HeartHandshake} onPress={onHelp}>
            {t('staffPin.open')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <StaffCodeNotice state={state} />
      <StaffPad
        label={t('staffCode.code')}
        figures={code}
        onType={setCode}
        enterIcon={LockOpen}
        enterWord={t('staffCode.enter')}
        canEnter={isComplete && state.name !== 'checking'}
        onEnter={enter}
      />
    </StaffPanel>
  );
}

function StaffCodeNotice({ state }: { state: StaffCodeState }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'typing':
      return <p>{t('staffCode.lead')}</p>;
    case 'checking':
      return <p role="status">{t('staffCode.checking')}</p>;
    case 'refused':
      return <RefusedNotice refused={state} />;
    default:
      return state satisfies never;
  }
}
