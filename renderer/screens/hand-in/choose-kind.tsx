/** What is handed in, in the person's own words: it is sorted by that where it arrives. */
import './choose-kind.css';
import { FileQuestion, FileText, IdCard, type LucideIcon, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../preload/document-kinds.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';

const ICONS: Readonly<Record<DocumentKind, LucideIcon>> = {
  insuranceCertificate: ShieldCheck,
  requestProof: FileText,
  identity: IdCard,
  other: FileQuestion,
};

export function ChooseKind({ onChoose, onBack }: { onChoose(kind: DocumentKind): void; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame
      screen="documents"
      title={t('documents.title')}
      lead={t('documents.about.question')}
      onBack={onBack}
    >
      <section className="choose-kind" aria-label={t('documents.about.question')}>
        {DOCUMENT_KINDS.map((kind) => (
          <Tile
            key={kind}
            icon={ICONS[kind]}
            word={t(`documents.about.${kind}.word`)}
            text={t(`documents.about.${kind}.text`)}
            onPress={() => onChoose(kind)}
          />
        ))}
      </section>
    </Frame>
  );
}
