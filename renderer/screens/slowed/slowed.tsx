/** A calm pause for somebody who tries to get out, and for whoever pressed the wrong keys without knowing it. */
import './slowed.css';
import { ConciergeBell, DoorOpen, Phone } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration, unbroken } from '../../app/formats.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';

export function Slowed({ untilMs, behind }: { untilMs: number; behind: 'attract' | 'signedOut' | 'tenant' }) {
  const { t } = useTranslation();
  const { agency } = useHere();
  const { locale } = useAccess();
  const [seconds] = useState(() => Math.max(0, Math.ceil((untilMs - Date.now()) / 1_000)));
  const left = useCountdown(seconds);
  const somebodyIsThere = behind !== 'attract';

  return (
    <ModalOverlay className="slowed-cover" isOpen isKeyboardDismissDisabled>
      <Modal className="slowed-place">
        <Dialog className="slowed" role="alertdialog">
          <Heading slot="title" level={1} className="slowed__title">
            {t('slowed.title')}
          </Heading>
          <p>{t('slowed.text')}</p>
          {somebodyIsThere && <p>{t('slowed.kept')}</p>}
          {/* Said once, not every second. */}
          <p className="only-heard">{t('slowed.left', { time: duration(seconds, locale) })}</p>
          <p className="slowed__left" aria-hidden>
            {t('slowed.left', { time: duration(left, locale) })}
          </p>
          <p className="slowed__way">
            <ConciergeBell className="slowed__icon" aria-hidden />
            {t('slowed.desk')}
          </p>
          {agency.phone && (
            <p className="slowed__way">
              <Phone className="slowed__icon" aria-hidden />
              {t('slowed.phone', { phone: unbroken(agency.phone) })}
            </p>
          )}
          {somebodyIsThere && (
            // Whoever has to go need not wait for the end of it.
            <Button icon={DoorOpen} onPress={() => void tell('session.end', undefined)}>
              {t(behind === 'tenant' ? 'frame.finish' : 'frame.leave')}
            </Button>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
