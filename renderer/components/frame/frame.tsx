/**
 * The anatomy that every screen has: where I am and the tools above, one question in the middle; back, the main
 * action and the way out below, always in the same places.
 */
import './frame.css';
import { ArrowLeft, House, LogOut } from 'lucide-react';
import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenName } from '../../../preload/screen-names.ts';
import { useArrival } from '../../accessibility/use-arrival.ts';
import { tell } from '../../app/kiosk.ts';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { useHere, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { ConnectivityNotice } from '../connectivity-notice/connectivity-notice.tsx';
import { ScrollArea } from '../scroll-area/scroll-area.tsx';
import { DisplaySettings } from '../tools/display-settings.tsx';
import { Help } from '../tools/help.tsx';
import { LanguageSwitch } from '../tools/language-switch.tsx';

export interface FrameProps {
  /** By what it is explained to whoever asks for help, and told at the desk: as its service is, unless given. */
  screen?: ScreenName;
  title: string;
  /** What will happen here, in a sentence. */
  lead?: ReactNode;
  /** Said under the title: what went wrong, what is good to know. */
  notice?: ReactNode;
  children?: ReactNode;
  /** The middle takes care of its own scrolling. */
  fills?: boolean;
  /** Beside the middle on a wide screen, under it on a high one. */
  companion?: ReactNode;
  /** In the place of "back": the step before this one. */
  back?: ReactNode;
  onBack?: () => void;
  mainAction?: ReactNode;
  /** In the place of the way out that everybody has. */
  exit?: ReactNode;
}

export function Frame(props: FrameProps) {
  const { t } = useTranslation();
  const heading = useArrival();
  const { agency } = useHere();
  const isSignedIn = useSessionState() === 'tenant';
  const service = use(ScreenNameContext);
  return (
    <div className="frame" data-screen={props.screen ?? service}>
      <header className="frame__bar">
        <p className="frame__landlord">{t('attract.landlord')}</p>
        {agency.name !== t('attract.landlord') && <p className="frame__agency">{agency.name}</p>}
      </header>
      <section className="frame__tools" aria-label={t('frame.tools')}>
        <LanguageSwitch />
        <DisplaySettings />
        <Help screen={props.screen ?? service} />
      </section>
      <main className={`frame__main ${props.companion ? 'frame__main--accompanied' : ''}`}>
        <div className="frame__heading">
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead && <p className="frame__lead">{props.lead}</p>}
          {props.notice ?? <ConnectivityNotice isSignedIn={isSignedIn} />}
        </div>
        <div className="frame__body">
          {props.fills ? props.children : <ScrollArea>{props.children}</ScrollArea>}
        </div>
        {props.companion && <div className="frame__companion">{props.companion}</div>}
      </main>
      <footer className="frame__actions">
        <div className="frame__back">
          {props.onBack ? (
            <Button icon={ArrowLeft} onPress={props.onBack}>
              {t('frame.back')}
            </Button>
          ) : (
            props.back
          )}
        </div>
        <div className="frame__main-action">{props.mainAction}</div>
        <div className="frame__exit">{props.exit ?? <Exit isSignedIn={isSignedIn} />}</div>
      </footer>
    </div>
  );
}

/** The way out, from any screen: what is known of the person is erased. */
function Exit({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation();
  return (
    <Button icon={isSignedIn ? LogOut : House} onPress={() => void tell('session.end', undefined)}>
      {isSignedIn ? t('frame.finish') : t('frame.leave')}
    </Button>
  );
}
