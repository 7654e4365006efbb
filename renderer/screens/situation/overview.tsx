/** What the landlord has in force of one side of a tenant's life, and beside it what waits to be validated. */
import '../../styles/card.css';
import './situation.css';
import { Clock, PenLine, TriangleAlert, Undo2, UserMinus, UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { RequestedChange, TenantProfile } from '../../../preload/profile-contract.ts';
import { dayInText, isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import type { Reading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import type { ChangeKind } from './draft.ts';
import { addressInLine, useChangeWords } from './use-change-words.ts';

export type Section = 'contact' | 'family' | 'work';

export interface OverviewProps {
  section: Section;
  /** They live in no dwelling of ours any more. */
  hasLeft: boolean;
  state: Reading<Pick<DetailsProps, 'profile' | 'changes'>>;
  onReadAgain(): void;
  onChange(kind: ChangeKind): void;
  onRemove(occupantId: string): void;
  onBack(): void;
}

export function Overview({ section, hasLeft, state, onReadAgain, onBack, ...actions }: OverviewProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<Failure | null>(null);

  async function withdraw(changeId: string): Promise<void> {
    const answer = await ask('profile.withdraw', { changeId });
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onReadAgain();
  }

  return (
    <Frame
      title={t(`situation.sections.${section}.title`)}
      lead={t(`situation.sections.${section}.lead`)}
      notice={error && <FailureNotice error={error} />}
      onBack={onBack}
      mainAction={
        section === 'family' &&
        state.name === 'ready' && (
          <Button look="main" icon={UserPlus} onPress={() => actions.onChange('occupantAdded')}>
            {t('situation.addPerson')}
          </Button>
        )
      }
    >
      <div className="situation">
        {state.name === 'loading' && (
          <Waiting
            text={t('situation.loading')}
            explanation={t('account.loadingExplained')}
            longText={t('account.loadingLong')}
          />
        )}
        {state.name === 'failed' && <FailureNotice error={state.error} onRetry={onReadAgain} />}
        {state.name === 'ready' && (
          <Details
            section={section}
            hasLeft={hasLeft}
            {...state.value}
            onWithdraw={(changeId) => void withdraw(changeId)}
            {...actions}
          />
        )}
      </div>
    </Frame>
  );
}

interface DetailsProps extends Pick<OverviewProps, 'section' | 'hasLeft' | 'onChange' | 'onRemove'> {
  profile: TenantProfile;
  changes: readonly RequestedChange[];
  onWithdraw(changeId: string): void;
}

function Details(props: DetailsProps) {
  const { section, hasLeft, profile, changes, onChange, onRemove, onWithdraw } = props;
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { contact, family, work } = profile;
  const waiting = (kind: ChangeKind, occupantId?: string) => (
    <Waits
      profile={profile}
      changes={changes.filter(
        ({ change }) =>
          change.kind === kind && (change.kind !== 'occupantRemoved' || change.occupantId === occupantId),
      )}
      onWithdraw={onWithdraw}
    />
  );
  const row = (kind: ChangeKind, value: ReactNode) => (
    <Row
      key={kind}
      name={t(`situation.kinds.${kind}`)}
      value={value}
      action={
        <Button icon={PenLine} label={t(`situation.edit.${kind}`)} onPress={() => onChange(kind)}>
          {t('situation.change')}
        </Button>
      }
      waits={waiting(kind)}
    />
  );
  switch (section) {
    case 'contact':
      return (
        <>
          {hasLeft && contact.postalAddress === null && (
            <Notice kind="information">{t('situation.hasLeft')}</Notice>
          )}
          {row('mobilePhone', contact.mobilePhone ?? t('situation.none'))}
          {row('landlinePhone', contact.landlinePhone ?? t('situation.none'))}
          {row('email', contact.email ?? t('situation.none'))}
          {row(
            'postalAddress',
            contact.postalAddress
              ? addressInLine(contact.postalAddress)
              : t(hasLeft ? 'situation.atTheLeftDwelling' : 'situation.atTheDwelling'),
          )}
        </>
      );
    case 'family':
      return (
        <>
          {row('familyStatus', t(`situation.familyStatuses.${family.status}`))}
          <h2>{t('situation.livesThere')}</h2>
          {family.occupants.map(({ id, givenName, familyName, bornOn, isTenant }) => (
            <Row
              key={id}
              name={
                isTenant ? t('situation.tenant') : t('situation.bornOn', { day: dayInText(bornOn, locale) })
              }
              value={<bdi>{`${givenName} ${familyName}`}</bdi>}
              action={
                !isTenant && (
                  <Button
                    icon={UserMinus}
                    label={t('situation.edit.occupantRemoved', {
                      name: isolated(`${givenName} ${familyName}`),
                    })}
                    onPress={() => onRemove(id)}
                  >
                    {t('situation.remove')}
                  </Button>
                )
              }
              waits={waiting('occupantRemoved', id)}
            />
          ))}
          {waiting('occupantAdded')}
        </>
      );
    case 'work':
      return row(
        'work',
        work.employer === null
          ? t(`situation.workStatuses.${work.status}`)
          : t('situation.workWith', {
              status: t(`situation.workStatuses.${work.status}`),
              employer: isolated(work.employer),
            }),
      );
    default:
      return section satisfies never;
  }
}

interface RowProps {
  name: string;
  value: ReactNode;
  action: ReactNode;
  waits: ReactNode;
}

function Row({ name, value, action, waits }: RowProps) {
  return (
    <section className="card situation__row">
      <div className="situation__line">
        <div className="situation__words">
          <h2 className="situation__quiet">{name}</h2>
          <p className="situation__value">{value}</p>
        </div>
        {action}
      </div>
      {waits}
    </section>
  );
}

function Waits(props: {
  profile: TenantProfile;
  changes: readonly RequestedChange[];
  onWithdraw(changeId: string): void;
}) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const words = useChangeWords(props.profile);
  return props.changes.map(({ id, requestedAt, state, change }) => {
    const day = dayInText(requestedAt.slice(0, 10), locale);
    const isRefused = state === 'refused';
    const Icon = isRefused ? TriangleAlert : Clock;
    return (
      <div key={id} className={`situation__waits situation__waits--${isRefused ? 'refused' : 'pending'}`}>
        <Icon className="situation__icon" aria-hidden />
        <div className="situation__words">
          <p className="situation__value">{words.after(change)}</p>
          <p>{t(`situation.states.${state}`, { day })}</p>
        </div>
        {!isRefused && (
          <Button icon={Undo2} onPress={() => props.onWithdraw(id)}>
            {t('situation.withdraw')}
          </Button>
        )}
      </div>
    );
  });
}
