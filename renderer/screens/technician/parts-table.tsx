/** Each part in a line, what is broken first: its name, its state as an icon and a word, and what there is to say. */
import './parts-table.css';
import { CircleCheck, CircleMinus, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HealthFact, HealthFacts, PartHealth, PartState } from '../../../preload/health-contract.ts';
import { type KnownFact, useFactText } from './fact-text.ts';

const ICONS: Readonly<Record<PartState, typeof CircleCheck>> = {
  fit: CircleCheck,
  degraded: TriangleAlert,
  unfit: CircleX,
  absent: CircleMinus,
};

/** The gravest first. */
const ORDER: readonly PartState[] = ['unfit', 'degraded', 'fit', 'absent'];

export function PartsTable({ parts }: { parts: readonly PartHealth[] }) {
  const { t } = useTranslation();
  return (
    <table className="parts">
      <caption className="only-heard">{t('technician.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('technician.part')}</th>
          <th scope="col">{t('technician.state')}</th>
          <th scope="col">{t('technician.explanation')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(parts).map((part) => (
          <PartRow key={`${part.part} ${part.facts.printerId ?? ''}`} {...part} />
        ))}
      </tbody>
    </table>
  );
}

function PartRow({ part, state, code, facts }: PartHealth) {
  const { t } = useTranslation();
  const factText = useFactText();
  const Icon = ICONS[state];
  return (
    <tr>
      <th scope="row">{t(`technician.parts.${part}`)}</th>
      <td className={`parts__state parts__state--${state}`}>
        <Icon className="parts__icon" aria-hidden /> {t(`technician.states.${state}`)}
      </td>
      <td>
        <p>{t(`technician.codes.${code}`)}</p>
        <p className="parts__facts">
          <code>{code}</code>
          {knownFacts(facts).map(([name, value]) => (
            <span key={name}>
              {' · '}
              {t(`technician.facts.${name}`)} <b>{factText(name, value)}</b>
            </span>
          ))}
        </p>
      </td>
    </tr>
  );
}

function inOrder(parts: readonly PartHealth[]): readonly PartHealth[] {
  return parts.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

function knownFacts(facts: HealthFacts): readonly [HealthFact, KnownFact][] {
  const entries = Object.entries(facts) as [HealthFact, KnownFact | null][];
  return entries.filter((entry): entry is [HealthFact, KnownFact] => entry[1] !== null);
}
