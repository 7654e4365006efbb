/**
 * What the sandbox's printer does with each job it takes: it keeps the bytes, then behaves as it was told.
 *
 * `ippeveprinter` runs the script with the document's path as `$1` and reads attributes and states from its error
 * output. A script whose printer is gone (killed, restarted) ends by itself.
 */
export type JobBehaviour =
  | { name: 'complete' }
  /** Counts its pages one by one. */
  | { name: 'slow'; pages: number; secondsPerPage: number }
  | { name: 'abort'; message: string }
  /** Jams, and goes on once `clearJam` is called. */
  | { name: 'jam' }
  /** Takes the job and never ends it; `finishJobs` lets it end. */
  | { name: 'endless' };

/** Files in the printer's folder through which the sandbox speaks to the script. */
export const BEHAVIOUR_FILE = 'behaviour.sh';
export const JAM_FILE = 'jammed';
export const HOLD_FILE = 'held';

/** The lines of shell that make one behaviour. They run inside the job script, in the printer's folder. */
export function behaviourScript(behaviour: JobBehaviour): string {
  switch (behaviour.name) {
    case 'complete':
      return 'exit 0\n';
    case 'slow':
      return `say "ATTR: job-impressions=${behaviour.pages} job-impressions-completed=0"
page=0
while [ "$page" -lt ${behaviour.pages} ] && printer_lives; do
  sleep ${behaviour.secondsPerPage}
  page=$((page + 1))
  say "ATTR: job-impressions=${behaviour.pages} job-impressions-completed=$page"
done
`;
    case 'abort':
      return `say ${quote(`ERROR: ${oneLine(behaviour.message)}`)}\nexit 1\n`;
    case 'jam':
      return `say "STATE: +media-jam"
while [ -e ${JAM_FILE} ] && printer_lives; do sleep 0.02; done
say "STATE: -media-jam"
`;
    case 'endless':
      return `while [ -e ${HOLD_FILE} ] && printer_lives; do sleep 0.02; done\n`;
    default:
      return behaviour satisfies never;
  }
}

/** The script itself. Job ids start again when the printer does, so the time comes first in a document's name. */
export function jobScript(folder: string, printedFolder: string): string {
  return `#!/bin/sh
cd ${quote(folder)} || exit 1
say() { echo "$1" >&2; }
printer_lives() { kill -0 "$PPID" 2>/dev/null; }

# Settled before the document is seen: what the printer is told from then on is for the next job.
behaviour="$(cat ./${BEHAVIOUR_FILE})"

printed=${quote(printedFolder)}
name="$(date +%Y%m%dT%H%M%S.%N)-job-$IPP_JOB_ID.\${1##*.}"
cp "$1" "$printed/.$name" && mv "$printed/.$name" "$printed/$name" || exit 1

eval "$behaviour"
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
