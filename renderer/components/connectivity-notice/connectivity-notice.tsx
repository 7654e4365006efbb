/** On every screen while the line is cut or slow: that it is so, and what still works here. */
import { useTranslation } from 'react-i18next';
import { useConnectivity } from '../../app/use-connectivity.ts';
import { useTakesDocuments } from '../add-document/use-document-ways.ts';
import { Notice } from '../notice/notice.tsx';

export function ConnectivityNotice({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation();
  const connectivity = useConnectivity();
  if (connectivity === 'online') return null;
  return (
    <Notice kind="information">
      <p>{t(`connectivity.${connectivity}`)}</p>
      {connectivity === 'offline' &&
        (isSignedIn ? <p>{t('connectivity.stillWorksSignedIn')}</p> : <StillWorks />)}
    </Notice>
  );
}

function StillWorks() {
  const { t } = useTranslation();
  const takesDocuments = useTakesDocuments();
  return <p>{t(takesDocuments ? 'connectivity.stillWorksDocuments' : 'connectivity.stillWorks')}</p>;
}
