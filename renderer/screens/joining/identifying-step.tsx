/** While the landlord looks for whom the answers fit. */
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export function IdentifyingStep({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame title={t('joining.birth.title')} onBack={onBack}>
      <Waiting
        text={t('joining.identifying')}
        explanation={t('joining.identifyingExplained')}
        longText={t('joining.identifyingLong')}
      />
    </Frame>
  );
}
