/** Asks whether somebody is still there. Any touch, anywhere, is a yes. */
import './idle-warning.css';
import { Hand, Hourglass } from 'lucide-react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';

export function IdleWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const signedIn = useSessionState() === 'tenant';
  const left = useCountdown(seconds);
  const stay = () => void tell('session.activity', undefined);
  const consequence = (time: string) => t(signedIn ? 'idle.signedIn' : 'idle.signedOut', { time });

  return (
    <ModalOverlay className="idle-shade" isOpen isDismissable onOpenChange={stay}>
      <Modal className="idle-place">
        <Dialog className="idle" role="alertdialog">
          <Heading slot="title" className="idle__title">
            {t('idle.title')}
          </Heading>
          {/* Said once, not every second. */}
          <p className="only-heard">{consequence(duration(seconds, locale))}</p>
          <p className="idle__text" aria-hidden>
            {consequence(duration(left, locale))}
          </p>
          <Button look="main" icon={Hand} autoFocus onPress={stay}>
            {t('idle.stay')}
          </Button>
          <Button icon={Hourglass} onPress={() => void tell('session.moreTime', undefined)}>
            {t('idle.moreTime')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
