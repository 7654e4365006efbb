/**
 * An online account for somebody without an e-mail address. A member of staff has seen who they are and notes by what;
 * number, name and date of birth are typed together; then the person is alone, and chooses the password.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityDocument } from '../../../preload/assist-contract.ts';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import { ChoiceStep } from '../../components/choice-step/choice-step.tsx';
import { NOTHING_WRITTEN, readDate, type WrittenDate } from '../../components/date-fields/written-date.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { BirthStep } from '../joining/birth-step.tsx';
import { IdentifyingStep } from '../joining/identifying-step.tsx';
import { NameStep } from '../joining/name-step.tsx';
import { NewPassword } from '../joining/new-password.tsx';
import { NumberStep } from '../joining/number-step.tsx';
import { KeptData } from './kept-data.tsx';

const DOCUMENTS: readonly IdentityDocument[] = [
  'identityCard',
  'passport',
  'residencePermit',
  'drivingLicence',
  'other',
];

type Step = 'document' | 'number' | 'name' | 'birth' | 'identifying' | 'refused' | 'kept' | 'password';

export function WalkInAccount({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('document');
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [birth, setBirth] = useState<WrittenDate>(NOTHING_WRITTEN);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const notice = failure && (
    <Notice kind="problem" code={failure.code}>
      {t(`errors.${failure.code}`)}
    </Notice>
  );
  const go = (to: Step) => {
    setFailure(null);
    setStep(to);
  };

  async function note(documentType: IdentityDocument): Promise<void> {
    const answer = await ask('assist.noteIdentity', { documentType });
    if (answer.ok) go('number');
    else setFailure(answer.error);
  }

  async function identify(birthDate: string): Promise<void> {
    go('identifying');
    const identity = { tenantNumber: number, familyName: name.trim(), birthDate };
    const answer = await ask('registration.begin', identity);
    if (answer.ok) return go('kept');
    setFailure(answer.error);
    setStep('refused');
  }

  async function create(password: string): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    // Once it is there, the person is signed in: the session tells the rest.
    const answer = await ask('assist.createAccount', { password, consent: true });
    setIsBusy(false);
    setFailure(answer.ok ? null : answer.error);
  }

  switch (step) {
    case 'document':
      return (
        <ChoiceStep
          title={t('walkIn.document.title')}
          lead={t('walkIn.document.lead')}
          notice={notice}
          options={DOCUMENTS.map((value) => ({ value, word: t(`walkIn.document.kinds.${value}`) }))}
          onChoose={(chosen) => void note(chosen)}
          onBack={onBack}
        />
      );
    case 'number':
      return (
        <NumberStep
          number={number}
          onChange={setNumber}
          onNext={() => go('name')}
          onBack={() => go('document')}
        />
      );
    case 'name':
      return (
        <NameStep name={name} onChange={setName} onNext={() => go('birth')} onBack={() => go('number')} />
      );
    case 'birth':
      return (
        <BirthStep
          birth={birth}
          onChange={setBirth}
          onDay={(day) => void identify(day)}
          onBack={() => go('name')}
        />
      );
    case 'identifying':
      return <IdentifyingStep onBack={() => go('birth')} />;
    case 'refused':
      return (
        <Frame title={t('walkIn.refused.title')} notice={notice} onBack={() => go('number')}>
          <p>{t('walkIn.refused.text')}</p>
        </Frame>
      );
    case 'kept':
      return <KeptData onAccept={() => go('password')} onBack={() => go('birth')} />;
    case 'password':
      return (
        <NewPassword
          title={t('newPassword.title')}
          submitWord={t('walkIn.create')}
          password=""
          known={[name, number, ...knownDay()]}
          isRefused={failure?.code === 'PASSWORD_REFUSED'}
          notice={failure?.code === 'PASSWORD_REFUSED' ? null : notice}
          isBusy={isBusy}
          onPassword={(password) => void create(password)}
          onBack={() => go('kept')}
        />
      );
    default:
      return step satisfies never;
  }

  function knownDay(): string[] {
    const day = readDate(birth);
    return day.ok ? [day.day] : [];
  }
}
