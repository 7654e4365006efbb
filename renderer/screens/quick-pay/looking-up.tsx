import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export function LookingUp({ title, onBack }: { title: string; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame screen="quickPay" title={title} onBack={onBack}>
      <Waiting
        text={t('rentNotice.looking')}
        explanation={t('rentNotice.lookingExplained')}
        longText={t('rentNotice.lookingLong')}
      />
    </Frame>
  );
}
