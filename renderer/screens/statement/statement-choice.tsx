import './statement-choice.css';
import { Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import { isolated } from '../../app/formats.ts';
import type { Selection } from '../../app/selection.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { SelectionBar } from '../../components/selection-bar/selection-bar.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export interface StatementChoiceProps {
  tenant: Tenant;
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
  onBack(): void;
  onPrint(): void;
  /** Null when there is no address to send to. */
  onSend: (() => void) | null;
}

export function StatementChoice(props: StatementChoiceProps) {
  const { t } = useTranslation();
  const { tenant, accounts, selection, onSelect, onBack, onPrint, onSend } = props;
  return (
    <Frame screen="statement" title={t('statement.title')} lead={t('statement.lead')} onBack={onBack}>
      <div className="statement-choice">
        <SelectionBar accounts={accounts} selection={selection} onSelect={onSelect} />
        {selection.period.entryCount === 0 && <Notice kind="information">{t('statement.empty')}</Notice>}
        <section className="statement-choice__ways" aria-labelledby="how-to-get-it">
          <h2 id="how-to-get-it">{t('statement.how')}</h2>
          <Tile
            icon={Printer}
            word={t('statement.print')}
            text={t('statement.printText')}
            onPress={onPrint}
          />
          {onSend && tenant.maskedEmail ? (
            <Tile
              icon={Mail}
              word={t('statement.sendTo', { email: isolated(tenant.maskedEmail) })}
              text={t('statement.sendText')}
              onPress={onSend}
            />
          ) : (
            <Notice kind="information">{t('statement.noEmail')}</Notice>
          )}
        </section>
      </div>
    </Frame>
  );
}
