/** What staff are asked, over whatever is on the screen, which stays as it is; and the ways out of it. */
import '../../components/panel/panel.css';
import './staff-code.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';

export interface StaffPanelProps {
  title: string;
  /** A name takes a keyboard, which takes more room. */
  asks: 'code' | 'name' | 'pin';
  children: ReactNode;
  /** Besides the way back to the screen. */
  otherWay: ReactNode;
  onClose(): void;
}

export function StaffPanel({ title, asks, children, otherWay, onClose }: StaffPanelProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="panel-shade panel-shade--first staff-shade"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={`panel-place staff-place staff-place--${asks}`}>
        <Dialog className="panel staff">
          <Heading slot="title" className="panel__title">
            {title}
          </Heading>
          {children}
          <div className="staff__ways">
            {otherWay}
            <Button icon={X} onPress={onClose}>
              {t('staffCode.cancel')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
