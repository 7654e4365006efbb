/** Says that the session is about to reach its longest duration, in time to finish what one is at. Said once. */
import '../idle-warning/idle-warning.css';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';

export function LimitWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  const [isOpen, setOpen] = useState(true);

  return (
    <ModalOverlay className="idle-shade" isOpen={isOpen} isDismissable onOpenChange={setOpen}>
      <Modal className="idle-place">
        <Dialog className="idle" role="alertdialog">
          <Heading slot="title" className="idle__title">
            {t('limitWarning.title')}
          </Heading>
          <p className="only-heard">{t('limitWarning.text', { time: duration(seconds, locale) })}</p>
          <p className="idle__text" aria-hidden>
            {t('limitWarning.text', { time: duration(left, locale) })}
          </p>
          <Button look="main" icon={Check} autoFocus onPress={() => setOpen(false)}>
            {t('limitWarning.understood')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
