/** What is paid, in the words of the person who pays: the lease and its address, or the notice and its number. */
import './pay-subject.css';

export interface PaySubject {
  /** The title of the screens: "Payer mon loyer". */
  title: string;
  /** The most telling first. */
  lines: readonly string[];
}

export function PaySubjectLines({ lines }: PaySubject) {
  return (
    <span className="pay-subject">
      {lines.map((line) => (
        <bdi key={line} className="pay-subject__line">
          {line}
        </bdi>
      ))}
    </span>
  );
}
