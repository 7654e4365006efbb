import type { LucideIcon } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';

const CHANNELS = { restart: 'staff.restart', exit: 'staff.exit' } as const;

/** Asked twice: whoever stands behind the technician is served by this program. */
export function EndOfProgram({ wish, icon }: { wish: 'restart' | 'exit'; icon: LucideIcon }) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button icon={icon}>{t(`technician.${wish}`)}</Button>
      <Dialog title={t(`technician.${wish}Title`)}>
        <div className="technician__question">
          <p>{t(`technician.${wish}Text`)}</p>
          <Button look="main" icon={icon} onPress={() => void tell(CHANNELS[wish], undefined)}>
            {t(`technician.${wish}`)}
          </Button>
        </div>
      </Dialog>
    </DialogTrigger>
  );
}
