/** Whom to phone, emergencies first. What saves lives stands in the catalogue, so that no server can get it wrong. */
import '../../styles/card.css';
import './information.css';
import type { ParseKeys } from 'i18next';
import {
  ArrowUpDown,
  Building2,
  Droplets,
  Flame,
  type LucideIcon,
  MoonStar,
  Phone,
  Printer,
  Thermometer,
  Zap,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Information } from '../../../preload/information-contract.ts';
import { NUMBER_KINDS, type NumberKind } from '../../../preload/number-kinds.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { unbroken } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { useHoursWords } from './hours-words.ts';
import { useInformation } from './use-information.ts';

/** In the order in which somebody in danger looks for them; 0 800 47 33 33 is the gas network's own, free of charge. */
const EMERGENCIES: readonly { phone: string; words: ParseKeys }[] = [
  { phone: '112', words: 'information.emergency.112' },
  { phone: '15', words: 'information.emergency.15' },
  { phone: '18', words: 'information.emergency.18' },
  { phone: '17', words: 'information.emergency.17' },
  { phone: '114', words: 'information.emergency.114' },
  { phone: '0 800 47 33 33', words: 'information.emergency.gas' },
];

const ICONS: Readonly<Record<NumberKind, LucideIcon>> = {
  gas: Flame,
  electricity: Zap,
  water: Droplets,
  lift: ArrowUpDown,
  heating: Thermometer,
  dutyLine: MoonStar,
  agency: Building2,
  other: Phone,
};

const printNumbers = () => ask('information.printNumbers', undefined);

export function UsefulNumbers({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { printJobs } = useArrivals();
  const [isPrinting, setIsPrinting] = useState(false);
  const goBack = () => setIsPrinting(false);
  if (!isPrinting) return <Numbers onBack={onBack} onPrint={() => setIsPrinting(true)} />;
  return (
    <PrintProgress
      request={printNumbers}
      jobs={printJobs}
      words={{
        title: t('information.numbers.printing'),
        preparing: t('information.numbers.preparing'),
        nothingCame: t('information.numbers.nothingCame'),
        back: t('information.numbers.backToNumbers'),
        home: t('information.numbers.backToNumbers'),
      }}
      onBack={goBack}
      onHome={goBack}
      onSendInstead={null}
    />
  );
}

function Numbers({ onBack, onPrint }: { onBack(): void; onPrint(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const information = useInformation();
  const numbers = (information?.numbers ?? []).toSorted(byKind);
  return (
    <Frame
      screen="usefulNumbers"
      title={t('information.numbers.title')}
      lead={t('information.numbers.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Printer} onPress={onPrint}>
          {t('information.numbers.print')}
        </Button>
      }
    >
      <div className="useful-numbers">
        <section className="useful-numbers__group">
          <h2>{t('information.numbers.emergencies')}</h2>
          <ul className="useful-numbers__list">
            {EMERGENCIES.map(({ phone, words }) => (
              <li key={phone} className="card number-card number-card--emergency">
                <Phone className="number-card__icon" aria-hidden />
                <div>
                  <p className="number-card__phone">{unbroken(phone)}</p>
                  <p>{t(words)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        {information && <OwnAgency information={information} />}
        {numbers.length > 0 && (
          <section className="useful-numbers__group">
            <h2>{t('information.numbers.home')}</h2>
            <ul className="useful-numbers__list">
              {numbers.map(({ id, kind, name, phone, when }) => {
                const Icon = ICONS[kind];
                return (
                  <li key={id} className="card number-card">
                    <Icon className="number-card__icon" aria-hidden />
                    <div>
                      <h3>{name[locale]}</h3>
                      <p className="number-card__phone">{unbroken(phone)}</p>
                      {when && <p>{when[locale]}</p>}
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
    </Frame>
  );
}

/** Of the agency that the kiosk stands in: as it was fetched, or as the configuration has it. */
function OwnAgency({ information: { here, agencies } }: { information: Information }) {
  const { t } = useTranslation();
  const hours = useHoursWords();
  const fetched = agencies.find(({ id }) => id === here.agencyId);
  const phone = fetched?.phone ?? here.phone;
  return (
    <section className="useful-numbers__group">
      <h2>{t('information.numbers.agency')}</h2>
      <div className="card number-card">
        <Building2 className="number-card__icon" aria-hidden />
        <div>
          <h3>
            <bdi>{fetched?.name ?? here.name}</bdi>
          </h3>
          {phone !== '' && <p className="number-card__phone">{unbroken(phone)}</p>}
          {fetched ? (
            <p>{hours.now(fetched, new Date())}</p>
          ) : (
            here.openingHours.map((line) => (
              <p key={line}>
                <bdi>{line}</bdi>
              </p>
            ))
          )}
        </div>
      </div>
    </section>
  );
}

function byKind(one: { kind: NumberKind }, other: { kind: NumberKind }): number {
  return NUMBER_KINDS.indexOf(one.kind) - NUMBER_KINDS.indexOf(other.kind);
}
