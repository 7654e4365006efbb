/** All that is owed, or a part of it, within what may be paid in cash. */
import '../../components/tile/tiles.css';
import './cash-slip.css';
import { Calculator, HandCoins } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAST_CASH_CENTS, MOST_CASH_CENTS } from '../../../preload/cash-limits.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export interface CashAmountProps {
  owedCents: number;
  lease: ReactNode;
  onChoose(amountCents: number): void;
  onPart(): void;
  onBack(): void;
}

export function CashAmount({ owedCents, lease, onChoose, onPart, onBack }: CashAmountProps) {
  const { t } = useTranslation();
  return (
    <Frame title={t('cashSlip.title')} lead={t('cashSlip.lead')} onBack={onBack}>
      <div className="cash-slip">
        {lease}
        {owedCents < LEAST_CASH_CENTS ? (
          <NothingForCash owedCents={owedCents} />
        ) : (
          <Amounts owedCents={owedCents} onChoose={onChoose} onPart={onPart} />
        )}
      </div>
    </Frame>
  );
}

function NothingForCash({ owedCents }: { owedCents: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Notice kind="information">
      {owedCents > 0 ? (
        <p>{t('cashSlip.tooLittle', { amount: money(owedCents, locale) })}</p>
      ) : (
        <>
          <p>
            <strong>{t('cashSlip.nothingOwed')}</strong>
          </p>
          <p>{t('cashSlip.nothingOwedText')}</p>
        </>
      )}
    </Notice>
  );
}

function Amounts({
  owedCents,
  onChoose,
  onPart,
}: Pick<CashAmountProps, 'owedCents' | 'onChoose' | 'onPart'>) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const isTooMuchAtOnce = owedCents > MOST_CASH_CENTS;
  const mostCents = Math.min(owedCents, MOST_CASH_CENTS);
  const amounts = {
    amount: money(owedCents, locale),
    minimum: money(LEAST_CASH_CENTS, locale),
    maximum: money(mostCents, locale),
  };
  return (
    <>
      {isTooMuchAtOnce && <Notice kind="information">{t('cashSlip.legalLimit', amounts)}</Notice>}
      <div className="tiles">
        <Tile
          icon={HandCoins}
          word={t(isTooMuchAtOnce ? 'cashSlip.most' : 'cashSlip.whole', amounts)}
          text={t(isTooMuchAtOnce ? 'cashSlip.mostText' : 'cashSlip.wholeText')}
          onPress={() => onChoose(mostCents)}
        />
        {mostCents > LEAST_CASH_CENTS && (
          <Tile
            icon={Calculator}
            word={t('cashSlip.part')}
            text={t('cashSlip.partText', amounts)}
            onPress={onPart}
          />
        )}
      </div>
    </>
  );
}
