/** While somebody at the desk guides: who, what they say, point at and suggest, and the way to end it. */
import { ArrowRight, EyeOff, MessageCircle, Monitor, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FromDesk, GuideState } from '../../../preload/guide-contract.ts';
import type { GuidePage } from '../../../preload/guide-pages.ts';
import { tell } from '../../app/kiosk.ts';
import { pageDoor } from '../../app/page-door.ts';
import { Button } from '../../components/button/button.tsx';
import { Consent } from './consent.tsx';
import { Pointed } from './pointed.tsx';
import { Reply } from './reply.tsx';
import { useMirror } from './use-mirror.ts';

type GuidedState = Extract<GuideState, { name: 'guided' }>;

export function Guided({ guide, onStop }: { guide: GuidedState; onStop(): void }) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState<string | null>(null);
  const [page, setPage] = useState<GuidePage | null>(null);
  const [isReplying, setIsReplying] = useState(false);
  const hear = (shown: FromDesk) => {
    if (shown.type === 'words') setWords(shown.text);
    if (shown.type === 'suggest') setPage(shown.page);
  };
  const { isAlone, pointer, highlight } = useMirror(hear, guide.isAskedAgain);
  const since = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(
    guide.sinceMs,
  );

  const answerSuggestion = (suggested: GuidePage, accepts: boolean) => {
    setPage(null);
    const answer = accepts ? (pageDoor.go(suggested) ? 'accepted' : 'notHere') : 'declined';
    void tell('guide.tell', { type: 'suggestion', page: suggested, answer });
  };

  return (
    <>
      {/* In reach in front of every dialog, too. */}
      <aside className="guide-banner" aria-label={t('guide.bannerLabel')} data-react-aria-top-layer="true">
        <Monitor className="guide-banner__icon" aria-hidden />
        <div className="guide-banner__who">
          <p role="status">
            {guide.isDeskThere
              ? t('guide.banner', { name: guide.staffName, since })
              : t('guide.deskAway', { name: guide.staffName })}
          </p>
          {isAlone && (
            <p className="guide-banner__alone" role="status">
              <EyeOff className="guide-banner__eye" aria-hidden />
              {t('guide.alone')}
            </p>
          )}
        </div>
        <div className="guide-banner__actions">
          <Button icon={MessageCircle} onPress={() => setIsReplying(true)}>
            {t('guide.reply')}
          </Button>
          <Button look="main" icon={X} onPress={onStop}>
            {t('guide.stop')}
          </Button>
        </div>
        {words !== null && (
          <div className="guide-banner__words" data-private>
            <p role="status" dir="auto">
              {t('guide.says', { name: guide.staffName, words })}
            </p>
            <Button icon={X} onPress={() => setWords(null)}>
              {t('guide.read')}
            </Button>
          </div>
        )}
        {page !== null && !isAlone && (
          <div className="guide-banner__words" data-private>
            <p role="status">{t('guide.suggests', { page: t(`guide.pages.${page}`) })}</p>
            <div className="guide-banner__actions">
              <Button look="main" icon={ArrowRight} onPress={() => answerSuggestion(page, true)}>
                {t('guide.go')}
              </Button>
              <Button icon={X} onPress={() => answerSuggestion(page, false)}>
                {t('guide.stayHere')}
              </Button>
            </div>
          </div>
        )}
      </aside>
      <Pointed pointer={pointer} highlight={highlight} />
      {guide.isAskedAgain && <Consent to="signedIn" staffName={guide.staffName} />}
      {isReplying && !guide.isAskedAgain && <Reply onClose={() => setIsReplying(false)} />}
    </>
  );
}
