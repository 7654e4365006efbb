/** The code pad for staff, over any screen. It says nothing of the kiosk, and nothing of whose code it might be. */
import '../../components/panel/panel.css';
import './staff-code.css';
import { HeartHandshake, LockOpen, X } from 'lucide-react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { StaffPad } from './staff-pad.tsx';
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
    <ModalOverlay
      className="panel-shade panel-shade--first staff-shade"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="panel-place staff-place">
        <Dialog className="panel staff">
          <Heading slot="title" className="panel__title">
            {t('staffCode.title')}
          </Heading>
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
          <div className="staff__ways">
            {onHelp && (
              <Button icon={HeartHandshake} onPress={onHelp}>
                {t('staffPin.open')}
              </Button>
            )}
            <Button icon={X} onPress={onClose}>
              {t('staffCode.cancel')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
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
