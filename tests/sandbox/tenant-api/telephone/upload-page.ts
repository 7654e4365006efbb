/** The telephone's page: a form that works in any browser, and tells how far it is where scripts run. */
import { createHash } from 'node:crypto';
import { UPLOAD_WORDS, type UploadLanguage, type UploadRefusal } from './upload-words.ts';

export type UploadPageState =
  | { name: 'form'; secondsLeft: number; refusal: UploadRefusal | null }
  | { name: 'received' }
  | { name: 'over' };

const STYLE = `
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
label { display: block; font-weight: bold; margin: 1.5rem 0 .5rem; }
input, button { box-sizing: border-box; width: 100%; min-height: 3.25rem; font: inherit; }
input { padding: .75rem; border: 2px solid #595959; border-radius: .5rem; }
button { margin-top: 1rem; border: 0; border-radius: .5rem; background: #003f7d; color: #fff; font-weight: bold; }
button[disabled] { background: #595959; }
progress { width: 100%; height: 1.5rem; }
.problem { padding: .75rem; border-left: .4rem solid #b30000; background: #fdecec; }
`;

/** For browsers of ten years ago, too. */
const SCRIPT = `
(function () {
  if (!window.FormData || !window.DOMParser) return;
  function showProgress() {
    var form = document.querySelector('form');
    if (!form) return;
    var button = form.querySelector('button');
    var bar = form.querySelector('progress');
    var words = form.querySelector('[role=status]');
    function say(text, isSending) {
      words.textContent = text;
      button.disabled = isSending;
      bar.hidden = !isSending;
    }
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var request = new XMLHttpRequest();
      request.open('POST', location.href);
      request.upload.onprogress = function (progress) {
        if (progress.lengthComputable) bar.value = progress.loaded / progress.total;
      };
      request.onerror = function () { say(form.getAttribute('data-failed'), false); };
      request.onload = function () {
        var answer = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
        if (!answer) return request.onerror();
        document.querySelector('main').innerHTML = answer.innerHTML;
        window.scrollTo(0, 0);
        showProgress();
      };
      say(form.getAttribute('data-sending'), true);
      request.send(new FormData(form));
    });
  }
  showProgress();
})();
`;

export const UPLOAD_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src '${digestOf(STYLE)}'`,
    `script-src '${digestOf(SCRIPT)}'`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

export function uploadPage(state: UploadPageState, language: UploadLanguage): string {
  const words = UPLOAD_WORDS[language];
  const title = { form: words.title, received: words.received, over: words.over }[state.name];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${contentOf(state, language)}
</main>
${state.name === 'form' ? `<script>${SCRIPT}</script>` : ''}
</body>
</html>
`;
}

function contentOf(state: UploadPageState, language: UploadLanguage): string {
  const words = UPLOAD_WORDS[language];
  switch (state.name) {
    case 'received':
      return `<p>${words.receivedNext}</p>`;
    case 'over':
      return `<p>${words.overNext}</p>`;
    case 'form':
      return `${state.refusal === null ? '' : `<p class="problem" role="alert">${words.refusals[state.refusal]}</p>`}
<p>${words.lead}</p>
<form method="post" enctype="multipart/form-data" data-sending="${words.sending}" data-failed="${words.failed}">
<label for="file">${words.choose}</label>
<input id="file" name="file" type="file" accept="image/*,application/pdf" multiple required aria-describedby="limits">
<p id="limits">${words.limits}<br>${words.until(Math.ceil(state.secondsLeft / 60))}</p>
<button>${words.send}</button>
<p role="status"></p>
<progress max="1" value="0" aria-label="${words.sending}" hidden></progress>
</form>`;
  }
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
