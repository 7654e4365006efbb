/** "J'ai terminé" while something is not finished: says what is waited for, and how to stay. */
import '../idle-warning/idle-warning.css';
import { ArrowLeft, X } from 'lucide-react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import type { HoldReason } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';

export function Leaving({ after }: { after: HoldReason }) {
  const { t } = useTranslation();
  const stay = () => void tell('session.stay', undefined);
  return (
    <ModalOverlay className="idle-shade" isOpen isDismissable onOpenChange={stay}>
      <Modal className="idle-place">
        <Dialog className="idle" role="alertdialog">
          <Heading slot="title" className="idle__title">
            {t('leaving.title')}
          </Heading>
          <p className="idle__text">{t(`leaving.${after}`)}</p>
          <Button look="main" icon={ArrowLeft} autoFocus onPress={stay}>
            {t('leaving.stay')}
          </Button>
          {after === 'printing' && (
            <Button icon={X} onPress={() => void tell('session.end', undefined)}>
              {t('leaving.callOffPrint')}
            </Button>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
