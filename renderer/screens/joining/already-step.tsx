/** There is an account already: how to get into it. */
import '../../components/tile/tiles.css';
import './joining.css';
import { KeyRound, LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export interface AlreadyStepProps {
  onSignIn(): void;
  onLostPassword(): void;
  onBack(): void;
}

export function AlreadyStep({ onSignIn, onLostPassword, onBack }: AlreadyStepProps) {
  const { t } = useTranslation();
  return (
    <Frame title={t('joining.already.title')} lead={t('joining.already.lead')} onBack={onBack}>
      <div className="joining">
        <div className="tiles">
          <Tile
            icon={LogIn}
            word={t('joining.already.signIn')}
            text={t('joining.already.signInText')}
            onPress={onSignIn}
          />
          <Tile
            icon={KeyRound}
            word={t('joining.already.lost')}
            text={t('joining.already.lostText')}
            onPress={onLostPassword}
          />
        </div>
        <p>{t('joining.already.desk')}</p>
      </div>
    </Frame>
  );
}
