import './help.css';
import {
  ArrowLeft,
  Clock,
  ConciergeBell,
  LifeBuoy,
  MessageCircleQuestion,
  Monitor,
  Phone,
  ShieldCheck,
} from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import type { ScreenName } from '../../../preload/screen-names.ts';
import { useAssistance } from '../../app/assistance.ts';
import { assistanceDoor } from '../../app/assistance-door.ts';
import { useHelpCall } from '../../app/help-call.ts';
import { tell } from '../../app/kiosk.ts';
import { useHere, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { CallStaff } from './call-staff.tsx';

/** Where somebody pays, signs or prints: what they are at is finished first. */
const NOT_LEFT: readonly ScreenName[] = [
  'payment',
  'paymentOutcome',
  'quickPay',
  'directDebit',
  'signature',
  'printing',
  'preview',
];

/** What this screen is for, and who can help, now: a member of staff who is called, the desk, the telephone, and when. */
export function Help({ screen }: { screen: ScreenName }) {
  const { t } = useTranslation();
  const { name } = useHelpCall();
  const isComing = name === 'waiting' || name === 'taken';
  const word = isComing ? t(name === 'taken' ? 'helpCall.coming' : 'helpCall.told') : t('help.open');
  return (
    <DialogTrigger>
      <Button icon={isComing ? ConciergeBell : LifeBuoy}>{word}</Button>
      <Dialog title={t('help.title')}>{(close) => <HelpText screen={screen} onClose={close} />}</Dialog>
    </DialogTrigger>
  );
}

function HelpText({ screen, onClose }: { screen: ScreenName; onClose(): void }) {
  const { t } = useTranslation();
  const state = useSessionState();
  const isHelped = useAssistance() !== null;
  const [isExplaining, setIsExplaining] = useState(false);
  if (isExplaining) return <Explanation screen={screen} onBack={() => setIsExplaining(false)} />;
  return (
    <div className="help">
      {/* Whoever is not a tenant at the kiosk knows where the desk is. */}
      {(state === 'signedOut' || state === 'tenant') && (
        <>
          <Button look="main" icon={MessageCircleQuestion} onPress={() => setIsExplaining(true)}>
            {t('explain.open')}
          </Button>
          <CallStaff screen={screen} />
          {/* Whoever is helped already has somebody beside them. */}
          {!isHelped && (
            <Button
              icon={Monitor}
              onPress={() => {
                onClose();
                void tell('guide.open', { screen });
              }}
            >
              {t('guide.open')}
            </Button>
          )}
        </>
      )}
      <Desk />
      {(state === 'signedOut' || state === 'tenant') && !NOT_LEFT.includes(screen) && (
        <Button
          icon={LifeBuoy}
          onPress={() => {
            onClose();
            assistanceDoor.knock();
          }}
        >
          {t('requests.tiles.assistance')}
        </Button>
      )}
    </div>
  );
}

/** In plain words: what one does here, and what to touch next. */
function Explanation({ screen, onBack }: { screen: ScreenName; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <div className="help">
      <div className="help__explanation" role="status">
        <h3>{t(`explain.screens.${screen}.name`)}</h3>
        <p>{t(`explain.screens.${screen}.purpose`)}</p>
        <h3>{t('explain.next')}</h3>
        <p>{t(`explain.screens.${screen}.next`)}</p>
      </div>
      <Button icon={ArrowLeft} autoFocus onPress={onBack}>
        {t('explain.otherHelp')}
      </Button>
    </div>
  );
}

function Desk() {
  const { t } = useTranslation();
  const { agency } = useHere();
  return (
    <ul className="help">
      <li className="help__way">
        <ConciergeBell className="help__icon" aria-hidden />
        <p className="help__first">{t('help.desk')}</p>
      </li>
      {agency.phone && (
        <li className="help__way">
          <Phone className="help__icon" aria-hidden />
          <div>
            <h3>{t('help.phone')}</h3>
            <p className="help__phone">{agency.phone}</p>
          </div>
        </li>
      )}
      <li className="help__way">
        <Clock className="help__icon" aria-hidden />
        <div>
          <h3>{t('help.hours')}</h3>
          <p>{agency.name}</p>
          {agency.openingHours.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </li>
      <li className="help__way">
        <ShieldCheck className="help__icon" aria-hidden />
        <p>{t('help.safe')}</p>
      </li>
    </ul>
  );
}
