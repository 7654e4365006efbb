/** What the person accepts or not, in plain words: being guided, and going on with it once they have signed in. */
import { Check, Eye, EyeOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption } from '../../components/interruption/interruption.tsx';

/** An answer is given, and nothing is put away without one. */
const stay = () => {};

/** Who asks, what they will see, what they can do, and what they never can. */
export function Consent({ to, staffName }: { to: 'begin' | 'signedIn'; staffName: string }) {
  const { t } = useTranslation();
  const words = to === 'begin' ? 'guide.consent' : 'guide.consentSignedIn';
  const answer = (accepts: boolean) => void tell('guide.answer', { accepts });
  return (
    <Interruption title={t(`${words}.title`, { name: staffName })} onDismiss={stay}>
      <ul className="guide-consent">
        <li>
          <Eye className="guide-consent__icon" aria-hidden />
          <p>{t(`${words}.sees`)}</p>
        </li>
        <li>
          <EyeOff className="guide-consent__icon" aria-hidden />
          <p>{t(`${words}.neverSees`)}</p>
        </li>
        <li>
          <Check className="guide-consent__icon" aria-hidden />
          <p>{t('guide.consent.can')}</p>
        </li>
        <li>
          <X className="guide-consent__icon" aria-hidden />
          <p>{t('guide.consent.cannot')}</p>
        </li>
      </ul>
      <p>{t(`${words}.stop`)}</p>
      <div className="guide-sentences">
        <Button icon={X} autoFocus onPress={() => answer(false)}>
          {t(`${words}.decline`)}
        </Button>
        <Button look="main" icon={Check} onPress={() => answer(true)}>
          {t(`${words}.accept`)}
        </Button>
      </div>
    </Interruption>
  );
}
