/** Being guided from the desk: the code, the question, the banner that never goes away, and what is said at the end. */
import './guide.css';
import { Check, ListChecks, X } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideState } from '../../../preload/guide-contract.ts';
import { tell } from '../../app/kiosk.ts';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption } from '../../components/interruption/interruption.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Consent } from './consent.tsx';
import { Guided } from './guided.tsx';

const stop = () => void tell('guide.stop', undefined);
const stay = () => {};
const done = lazyScreen(async () => (await import('../assistance/summary.tsx')).Summary);

export function Guide({ guide }: { guide: GuideState }) {
  const { t } = useTranslation();
  switch (guide.name) {
    case 'none':
      return null;
    case 'opening':
      return (
        <Interruption title={t('guide.title')} onDismiss={stay}>
          <p role="status">{t('guide.opening')}</p>
          <Cancel />
        </Interruption>
      );
    case 'waiting':
      return (
        <Interruption title={t('guide.title')} onDismiss={stay}>
          <p>{t('guide.waiting')}</p>
          <p className="guide-code" data-private>
            {guide.pairingCode.slice(0, 3)} {guide.pairingCode.slice(3)}
          </p>
          <p>{t('guide.nothingYet')}</p>
          <Cancel />
        </Interruption>
      );
    case 'asked':
      return <Consent to="begin" staffName={guide.staffName} />;
    case 'guided':
      return <Guided guide={guide} onStop={stop} />;
    case 'ended':
      return <Ended reason={guide.reason} wasGuided={guide.wasGuided} />;
    case 'failed':
      return (
        <Closing title={t('guide.title')}>
          <Notice kind="problem" code={guide.error.code}>
            {t(guide.error.code === 'AUDIT_BROKEN' ? 'errors.AUDIT_BROKEN' : 'guide.failed')}
          </Notice>
        </Closing>
      );
    default:
      return guide satisfies never;
  }
}

/** Why it has ended; whoever was guided may look back on it, and take that home. */
function Ended({ reason, wasGuided }: Pick<Extract<GuideState, { name: 'ended' }>, 'reason' | 'wasGuided'>) {
  const { t } = useTranslation();
  const [isLookingBack, setIsLookingBack] = useState(false);
  if (isLookingBack) {
    return (
      <div className="guide-done">
        <Suspense fallback={null}>
          <ScreenNameContext value="general">
            <done.Screen onBack={stop} />
          </ScreenNameContext>
        </Suspense>
      </div>
    );
  }
  return (
    <Closing title={t('guide.endedTitle')}>
      <p role="status">{t(`guide.ended.${reason}`)}</p>
      {wasGuided && (
        <Button icon={ListChecks} onPress={() => setIsLookingBack(true)}>
          {t('assistance.tools.summary')}
        </Button>
      )}
    </Closing>
  );
}

function Cancel() {
  const { t } = useTranslation();
  return (
    <Button icon={X} autoFocus onPress={stop}>
      {t('guide.cancel')}
    </Button>
  );
}

function Closing({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Interruption title={title} onDismiss={stop}>
      {children}
      <Button look="main" icon={Check} autoFocus onPress={stop}>
        {t('guide.understood')}
      </Button>
    </Interruption>
  );
}
