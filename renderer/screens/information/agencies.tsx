/** Where the agencies are, and when they are open: a drawing, and a list with the same numbers. */
import '../../styles/card.css';
import './information.css';
import { Bus, Clock, MapPin, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AgencyCard, Information } from '../../../preload/information-contract.ts';
import { unbroken } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { AgencyMap } from './agency-map.tsx';
import { useHoursWords } from './hours-words.ts';
import { useInformation } from './use-information.ts';

export function Agencies({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const information = useInformation();
  return (
    <Frame
      screen="agencies"
      title={t('information.agencies.title')}
      lead={t('information.agencies.lead')}
      onBack={onBack}
    >
      {information &&
        (information.agencies.length === 0 ? (
          <OnlyHere here={information.here} />
        ) : (
          <div className="agencies">
            <AgencyMap agencies={information.agencies} hereId={information.here.agencyId} />
            <ol className="agencies__list">
              {information.agencies.map((agency, index) => (
                <Agency
                  key={agency.id}
                  agency={agency}
                  number={index + 1}
                  isHere={agency.id === information.here.agencyId}
                />
              ))}
            </ol>
          </div>
        ))}
    </Frame>
  );
}

function Agency({ agency, number, isHere }: { agency: AgencyCard; number: number; isHere: boolean }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const hours = useHoursWords();
  const { name, addressLines, phone, transport } = agency;
  return (
    <li className={`card agency ${isHere ? 'agency--here' : ''}`}>
      <h2 className="agency__name">
        <span className="agency__number">{number}</span>
        <bdi>{name}</bdi>
      </h2>
      {isHere && (
        <p className="agency__here">
          <MapPin className="agency__icon" aria-hidden />
          {t('information.agencies.youAreHere')}
        </p>
      )}
      <p>
        <bdi>{addressLines.join(', ')}</bdi>
      </p>
      <p className="agency__line">
        <Phone className="agency__icon" aria-hidden />
        <b>{unbroken(phone)}</b>
      </p>
      <div className="agency__line">
        <Clock className="agency__icon" aria-hidden />
        <div>
          <p>
            <b>{hours.now(agency, new Date())}</b>
          </p>
          {hours.week(agency).map(({ days, times }) => (
            <p key={days}>
              {days} · {times}
            </p>
          ))}
        </div>
      </div>
      {transport && (
        <p className="agency__line">
          <Bus className="agency__icon" aria-hidden />
          {transport[locale]}
        </p>
      )}
    </li>
  );
}

/** Before the list has come for the first time: what the kiosk knows by itself. */
function OnlyHere({ here }: { here: Information['here'] }) {
  const { t } = useTranslation();
  return (
    <div className="agencies__list">
      <Notice kind="information">{t('information.agencies.none')}</Notice>
      <div className="card agency agency--here">
        <h2 className="agency__name">
          <bdi>{here.name}</bdi>
        </h2>
        <p>
          <bdi>{here.addressLines.join(', ')}</bdi>
        </p>
        {here.phone !== '' && (
          <p className="agency__line">
            <Phone className="agency__icon" aria-hidden />
            <b>{unbroken(here.phone)}</b>
          </p>
        )}
        {here.openingHours.map((line) => (
          <p key={line}>
            <bdi>{line}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
