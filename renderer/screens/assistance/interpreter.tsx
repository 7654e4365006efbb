/** The same screen in two languages side by side, for two people who read it together. */
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../preload/contract.ts';
import { readCatalogue } from '../../app/messages.ts';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Choices } from '../../components/tools/choices.tsx';
import { type ScreenText, textsOn, translator } from './translation.ts';

export interface InterpreterProps {
  /** The person's screen: still there, behind this one. */
  screen: RefObject<HTMLElement | null>;
  onBack(): void;
}

type Row = ScreenText & { other: string };

export function Interpreter({ screen, onBack }: InterpreterProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { locales } = useHere();
  const others = locales.filter((each) => each !== locale);
  const [wanted, setWanted] = useState<Locale | null>(null);
  const second = (wanted !== locale ? wanted : null) ?? others[0] ?? null;
  const rows = useRows(screen, locale, second);
  return (
    <Frame title={t('assistance.interpreter.title')} lead={t('assistance.interpreter.lead')} onBack={onBack}>
      <div className="assistance-words">
        {others.length > 1 && (
          <Choices<Locale>
            label={t('assistance.interpreter.second')}
            chosen={second}
            options={others.map((each) => ({ value: each, word: t(`languages.${each}`), lang: each }))}
            onChoose={setWanted}
          />
        )}
        {second === null ? (
          <p>{t('assistance.interpreter.none')}</p>
        ) : (
          <div className="interpreter">
            <p className="interpreter__language" lang={locale}>
              {t(`languages.${locale}`)}
            </p>
            <p className="interpreter__language" lang={second}>
              {t(`languages.${second}`)}
            </p>
            {rows.map(({ kind, text, other }) => (
              <Pair key={text} kind={kind} text={text} other={other} locale={locale} second={second} />
            ))}
          </div>
        )}
      </div>
    </Frame>
  );
}

function Pair({ kind, text, other, locale, second }: Row & { locale: Locale; second: Locale }) {
  const look = `interpreter__text interpreter__text--${kind}`;
  return (
    <>
      <p className={look} lang={locale}>
        {text}
      </p>
      <p className={look} lang={second}>
        {other}
      </p>
    </>
  );
}

/** Read once they are there in both languages: the screen behind follows a change of language, too. */
function useRows(screen: RefObject<HTMLElement | null>, locale: Locale, second: Locale | null): Row[] {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    if (second === null) return;
    let isWanted = true;
    void Promise.all([readCatalogue(locale), readCatalogue(second)]).then(([from, into]) => {
      if (!isWanted || !screen.current) return;
      const translate = translator(from, into);
      setRows(textsOn(screen.current).map((each) => ({ ...each, other: translate(each.text) })));
    });
    return () => {
      isWanted = false;
    };
  }, [screen, locale, second]);
  return rows;
}
