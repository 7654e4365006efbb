/** Services that belong together, one large tile each. */
import '../../components/tile/tiles.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import type { MenuName } from '../tenant/services.tsx';

export function MenuScreen({
  menu,
  onBack,
  children,
}: {
  menu: MenuName;
  onBack(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Frame screen="menu" title={t(`menus.${menu}.title`)} lead={t(`menus.${menu}.lead`)} onBack={onBack}>
      <div className="tiles">{children}</div>
    </Frame>
  );
}
