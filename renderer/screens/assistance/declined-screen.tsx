/** Help without the person's own information: what can be done all the same, and the ways out of it. */
import '../../components/tile/tiles.css';
import { BookUser, Check, Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StaffTool } from '../../app/assistance.ts';
import { isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export function DeclinedScreen({ name, onTool }: { name: string; onTool(tool: StaffTool): void }) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t('assistance.declined.title')}
      lead={t('assistance.declined.lead', { name: isolated(name) })}
    >
      <div className="tiles">
        <Tile
          icon={Hand}
          word={t('assistance.declined.alone')}
          text={t('assistance.declined.aloneText')}
          onPress={() => void ask('assist.handOver', undefined)}
        />
        <Tile
          icon={Check}
          word={t('assistance.declined.accept')}
          text={t('assistance.declined.acceptText')}
          onPress={() => void ask('assist.consent', { how: 'onScreen' })}
        />
        <Tile
          icon={BookUser}
          word={t('assistance.tools.usefulNumbers')}
          text={t('assistance.declined.numbersText')}
          onPress={() => onTool('usefulNumbers')}
        />
      </div>
    </Frame>
  );
}
