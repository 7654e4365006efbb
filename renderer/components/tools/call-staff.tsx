/** Has a member of staff come to the kiosk, and says how that stands. */
import { BellRing, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ScreenName } from '../../../preload/screen-names.ts';
import { unbroken } from '../../app/formats.ts';
import { useHelpCall } from '../../app/help-call.ts';
import { tell } from '../../app/kiosk.ts';
import { useHere } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';

export function CallStaff({ screen }: { screen: ScreenName }) {
  const { t } = useTranslation();
  const { agency } = useHere();
  const call = useHelpCall();
  const ring = () => void tell('help.call', { screen });
  const callOff = (
    <Button icon={X} onPress={() => void tell('help.callOff', undefined)}>
      {t('helpCall.callOff')}
    </Button>
  );

  switch (call.name) {
    case 'none':
      return (
        <Button icon={BellRing} onPress={ring}>
          {t('helpCall.call')}
        </Button>
      );
    case 'calling':
      return (
        <Notice kind="information" actions={callOff}>
          {t('helpCall.calling')}
        </Notice>
      );
    case 'waiting':
    case 'taken':
      return (
        <Notice kind="good" actions={callOff}>
          {t(`helpCall.${call.name}`)}
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          kind="problem"
          code={call.error.code}
          actions={
            <Button icon={BellRing} onPress={ring}>
              {t('helpCall.again')}
            </Button>
          }
        >
          <p>{t('helpCall.failed')}</p>
          {agency.phone && <p>{t('helpCall.failedPhone', { phone: unbroken(agency.phone) })}</p>}
        </Notice>
      );
    default:
      return call satisfies never;
  }
}
