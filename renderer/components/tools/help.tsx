import './help.css';
import { Clock, ConciergeBell, LifeBuoy, Phone, ShieldCheck } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';

/** Who can help, now: the desk, the telephone, and when. */
export function Help() {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button icon={LifeBuoy}>{t('help.open')}</Button>
      <Dialog title={t('help.title')}>
        <HelpText />
      </Dialog>
    </DialogTrigger>
  );
}

function HelpText() {
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
