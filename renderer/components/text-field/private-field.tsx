import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { aloneSteps } from '../../app/alone-steps.ts';
import { Button } from '../button/button.tsx';

/** In the place of a field that is the person's alone, while somebody stands beside them. What it holds is kept. */
export function PrivateField({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <div className="text-field">
      <p className="text-field__label">{label}</p>
      <Button icon={Lock} onPress={aloneSteps.knock}>
        {t('assistance.private.field')}
      </Button>
    </div>
  );
}
