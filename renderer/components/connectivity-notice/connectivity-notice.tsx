/** On every screen while the line is cut or slow: that it is so, and what still works here. */
import { useTranslation } from 'react-i18next';
import { useConnectivity } from '../../app/use-connectivity.ts';
import { Notice } from '../notice/notice.tsx';

export function ConnectivityNotice({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation();
  const connectivity = useConnectivity();
  if (connectivity === 'online') return null;
  return (
    <Notice kind="information">
      <p>{t(`connectivity.${connectivity}`)}</p>
      {connectivity === 'offline' && (
        <p>{t(isSignedIn ? 'connectivity.stillWorksSignedIn' : 'connectivity.stillWorks')}</p>
      )}
    </Notice>
  );
}
