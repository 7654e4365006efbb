/** A visit to a partner's site: our bar above, our ways out below, and the place between them where its page stands. */
import './partner-visit.css';
import { ArrowLeft, Globe, House, Keyboard, LogIn, LogOut, Printer, ReceiptText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerVisit as Visit } from '../../../preload/partner-contract.ts';
import { useArrival } from '../../accessibility/use-arrival.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useSessionState } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { DisplaySettings } from '../../components/tools/display-settings.tsx';
import { Help } from '../../components/tools/help.tsx';
import { PagePrint } from './page-print.tsx';
import { PageState } from './page-state.tsx';
import { TimeLeft } from './time-left.tsx';
import { usePlace } from './use-place.ts';

export interface PartnerVisitProps {
  visit: Visit;
  /** Something of the kiosk's own stands before this screen: the site's page would hide it. */
  isCovered: boolean;
}

export function PartnerVisit({ visit, isCovered }: PartnerVisitProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const heading = useArrival();
  const [isPrinting, setPrinting] = useState(false);
  const [isKeyboardOpen, setKeyboardOpen] = useState(false);
  const isShown = visit.page.name === 'shown' && !isPrinting;
  const place = usePlace(isShown && !isCovered);
  const name = visit.name[locale];
  const { field } = visit;

  // It comes with the field and goes with it; in between the person may send it away, or fetch it.
  useEffect(() => setKeyboardOpen(field !== null), [field]);

  return (
    <div className="partner-visit">
      <header className="partner-visit__bar">
        <Globe className="partner-visit__icon" aria-hidden />
        <div className="partner-visit__words">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <p>
            {t('partner.outside')} <TimeLeft seconds={visit.secondsLeft} />
          </p>
        </div>
      </header>
      <section className="partner-visit__tools" aria-label={t('partner.tools')}>
        <Button icon={Keyboard} isDisabled={!isShown} onPress={() => setKeyboardOpen(!isKeyboardOpen)}>
          {t(isKeyboardOpen ? 'partner.hideKeyboard' : 'partner.showKeyboard')}
        </Button>
        {visit.isPrintable && (
          <Button icon={Printer} isDisabled={!isShown} onPress={() => setPrinting(true)}>
            {t('partner.print')}
          </Button>
        )}
        <DisplaySettings />
        <Help screen="partnerSites" />
      </section>
      <main className="partner-visit__main">
        <section ref={place} className="partner-visit__place" aria-label={t('partner.place', { name })}>
          {isPrinting ? (
            <PagePrint onLeave={() => setPrinting(false)} />
          ) : (
            <PageState page={visit.page} siteId={visit.siteId} name={name} />
          )}
        </section>
        {isShown && isKeyboardOpen && (
          <div className="partner-visit__keyboard">
            <OnScreenKeyboard
              onKey={(key) => void tell('partner.type', { key })}
              kind={field === 'email' ? 'email' : 'password'}
              nextWord={t('keyboard.enter')}
              onNext={() => void tell('partner.type', { key: '{next}' })}
            />
          </div>
        )}
      </main>
      <footer className="partner-visit__actions">
        <Button
          icon={ArrowLeft}
          isDisabled={isPrinting || !visit.canGoBack}
          onPress={() => void tell('partner.back', undefined)}
        >
          {t('partner.back')}
        </Button>
        <WaysOut />
      </footer>
    </div>
  );
}

function WaysOut() {
  const { t } = useTranslation();
  const signedIn = useSessionState() === 'tenant';
  return (
    <>
      <Button
        look="main"
        icon={signedIn ? ReceiptText : LogIn}
        onPress={() => void tell('partner.close', undefined)}
      >
        {t(signedIn ? 'partner.toAccount' : 'partner.toStart')}
      </Button>
      <Button icon={signedIn ? LogOut : House} onPress={() => void tell('session.end', undefined)}>
        {t(signedIn ? 'frame.finish' : 'frame.leave')}
      </Button>
    </>
  );
}
