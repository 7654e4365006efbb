/** The code pad for staff, over any screen. It says nothing of the kiosk, and nothing of whose code it might be. */
import '../../components/panel/panel.css';
import './staff-code.css';
import { Delete, HeartHandshake, LockOpen, X } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { type StaffCodeState, useStaffCode } from './use-staff-code.ts';

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface StaffCodeProps {
  /** Null where there is nobody to be helped. */
  onHelp: (() => void) | null;
  onClose: () => void;
}

export function StaffCode({ onHelp, onClose }: StaffCodeProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { code, state, isComplete, setCode, enter } = useStaffCode(onClose);
  // Whoever has a keyboard types at once.
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter();
  };
  const figure = (each: string) => (
    <Button key={each} onPress={() => setCode(code + each)}>
      {each}
    </Button>
  );

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
          <form className="staff__form" onSubmit={submit} autoComplete="off" noValidate>
            <TextField
              label={t('staffCode.code')}
              value={code}
              onChange={setCode}
              inputRef={field}
              isCurrent
              onFocus={() => {}}
              hidden
            />
            {/* biome-ignore lint/a11y/useSemanticElements: its keys are no fields of a form */}
            <div role="group" aria-label={t('staffCode.pad')} className="staff__pad">
              {FIGURES.map(figure)}
              <Button icon={Delete} onPress={() => setCode(code.slice(0, -1))}>
                {t('staffCode.erase')}
              </Button>
              {figure('0')}
              <Button
                look="main"
                icon={LockOpen}
                type="submit"
                isDisabled={!isComplete || state.name === 'checking'}
              >
                {t('staffCode.enter')}
              </Button>
            </div>
          </form>
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
    case 'refused': {
      const { code, retryAfterSeconds } = state.error;
      if (retryAfterSeconds !== undefined)
        return <DelayNotice key={state.attempt} seconds={retryAfterSeconds} />;
      return (
        <Notice key={state.attempt} kind="problem">
          {t(`errors.${code}`)}
        </Notice>
      );
    }
    default:
      return state satisfies never;
  }
}
