import './request-form.css';
import { shownText } from '../../app/written-text.ts';

/** What somebody wrote, as they wrote it as far as it can be shown. */
export function Written({ text }: { text: string }) {
  return (
    <p className="written" dir="auto">
      {shownText(text)}
    </p>
  );
}
