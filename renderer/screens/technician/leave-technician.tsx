import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';

/** The way out of what staff see, from behind their first screen. */
export function LeaveTechnician() {
  const { t } = useTranslation();
  return (
    <Button icon={LogOut} onPress={() => void tell('staff.leave', undefined)}>
      {t('unknownPayments.leave')}
    </Button>
  );
}
