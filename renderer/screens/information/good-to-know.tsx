/** What to do in the situations that most people meet, in a few lines each. */
import '../../styles/card.css';
import './information.css';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { useInformation } from './use-information.ts';

export function GoodToKnow({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const information = useInformation();
  return (
    <Frame
      screen="goodToKnow"
      title={t('information.texts.title')}
      lead={t('information.texts.lead')}
      onBack={onBack}
    >
      {information?.texts.length === 0 && <Notice kind="information">{t('information.texts.none')}</Notice>}
      <div className="good-to-know">
        {information?.texts.map(({ id, title, text }) => (
          <article key={id} className="card good-to-know__text">
            <h2>{title[locale]}</h2>
            <p>{text[locale]}</p>
          </article>
        ))}
      </div>
    </Frame>
  );
}
