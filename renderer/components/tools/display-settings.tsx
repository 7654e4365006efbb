import './display-settings.css';
import { ALargeSmall } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import type { Access } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Choices } from './choices.tsx';

const TEXT_SIZES: readonly Access['textSize'][] = ['normal', 'large', 'largest'];
const CONTRASTS: readonly Access['contrast'][] = ['standard', 'dark'];

/** Text size and contrast: the screen behind changes at once, so that the choice can be seen. */
export function DisplaySettings() {
  const { t } = useTranslation();
  const access = useAccess();
  return (
    <DialogTrigger>
      <Button icon={ALargeSmall}>{t('display.open')}</Button>
      <Dialog title={t('display.title')}>
        <div className="display-settings">
          <h3>{t('display.textSize')}</h3>
          <Choices
            label={t('display.textSize')}
            chosen={access.textSize}
            options={TEXT_SIZES.map((size) => ({
              value: size,
              word: t(`display.textSizes.${size}`),
              sample: (
                <span className={`display-settings__sample display-settings__sample--${size}`} aria-hidden>
                  {t('display.sample')}
                </span>
              ),
            }))}
            onChoose={(textSize) => void tell('session.setAccess', { textSize })}
          />
          <h3>{t('display.contrast')}</h3>
          <Choices
            label={t('display.contrast')}
            chosen={access.contrast}
            options={CONTRASTS.map((contrast) => ({
              value: contrast,
              word: t(`display.contrasts.${contrast}`),
              sample: (
                <span
                  className={`display-settings__swatch display-settings__swatch--${contrast}`}
                  aria-hidden
                >
                  {t('display.sample')}
                </span>
              ),
            }))}
            onChoose={(contrast) => void tell('session.setAccess', { contrast })}
          />
        </div>
      </Dialog>
    </DialogTrigger>
  );
}
