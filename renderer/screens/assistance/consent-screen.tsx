/** What a member of staff sees and can do, before they may: in plain words, and for the person to answer. */
import '../../styles/card.css';
import { Ban, Check, Eye, HandHelping, type LucideIcon, MessageCircle, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../../preload/assist-contract.ts';
import type { Failure } from '../../../preload/contract.ts';
import { isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';

const PARTS = [
  { name: 'sees', icon: Eye, lines: ['account', 'requests', 'situation'] },
  { name: 'can', icon: HandHelping, lines: ['show', 'fill', 'print'] },
  { name: 'never', icon: Ban, lines: ['password', 'pay', 'bank'] },
] as const satisfies readonly { name: string; icon: LucideIcon; lines: readonly string[] }[];

export function ConsentScreen({ name: staffName }: { name: string }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = isolated(staffName);
  const answer = async (how: Exclude<Consent, 'asked'>) => {
    const answered = await ask('assist.consent', { how });
    setFailure(answered.ok ? null : answered.error);
  };
  return (
    <Frame
      title={t('assistance.consent.title', { name })}
      lead={t('assistance.consent.lead')}
      notice={
        failure && (
          <Notice kind="problem" code={failure.code}>
            {t(`errors.${failure.code}`)}
          </Notice>
        )
      }
      back={
        <Button icon={X} onPress={() => void answer('declined')}>
          {t('assistance.consent.decline')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={Check} onPress={() => void answer('onScreen')}>
          {t('assistance.consent.accept')}
        </Button>
      }
    >
      <div className="assistance-words">
        <div className="assistance-parts">
          {PARTS.map(({ name: part, icon: Icon, lines }) => (
            <section key={part} className="card" aria-labelledby={`consent-${part}`}>
              <h2 id={`consent-${part}`}>{t(`assistance.consent.${part}.title`)}</h2>
              <ul className="assistance-words__list">
                {lines.map((line) => (
                  <li key={line}>
                    <Icon className="assistance-words__icon" aria-hidden />
                    {t(`assistance.consent.lines.${line}`)}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <Button icon={MessageCircle} onPress={() => void answer('orally')}>
          {t('assistance.consent.orally')}
        </Button>
        <p className="assistance-words__quiet">{t('assistance.consent.orallyText', { name })}</p>
      </div>
    </Frame>
  );
}
