/** What somebody writes into a page to have it run: each sets `window.ran` if it succeeds. They run in the page. */
import type { Page } from 'playwright/test';

const INJECTIONS: Readonly<Record<string, string>> = {
  eval: 'eval("window.ran = true")',
  indirectEval: '(0, eval)("window.ran = true")',
  newFunction: 'new Function("window.ran = true")()',
  textTimer: 'setTimeout("window.ran = true", 0)',
  inlineScript: 'add("script", (made) => { made.textContent = "window.ran = true"; })',
  inlineScriptAsText: 'add("script", (made) => { made.append("window.ran = true"); })',
  scriptFromData: 'add("script", (made) => made.setAttribute("src", "data:text/javascript,window.ran=true"))',
  handlerAttribute: 'add("button", (made) => made.setAttribute("onclick", "window.ran = true")).click()',
  imageHandler:
    'document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\\"window.ran = true\\">")',
  writtenScript: 'document.write("<script>window.ran = true</script>")',
  scriptAddress: 'add("a", (made) => made.setAttribute("href", "javascript:window.ran = true")).click()',
  frameAddress: 'add("iframe", (made) => made.setAttribute("src", "javascript:parent.ran = true"))',
  frameText: 'add("iframe", (made) => { made.srcdoc = "<script>parent.ran = true</script>"; })',
  frameEval: 'add("iframe").contentWindow.eval("parent.ran = true")',
  workerFromBlob: 'new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])))',
};

const ADD = `const add = (name, furnish = () => undefined) => {
  const made = document.createElement(name);
  furnish(made);
  document.body.append(made);
  return made;
};`;

/** Names of the injections that ran; none when the policy holds. */
export async function injectionsThatRan(page: Page): Promise<string[]> {
  const ran: string[] = [];
  for (const [name, injection] of Object.entries(INJECTIONS)) {
    // In a task of its own: within a debugger's own evaluation Chromium would allow `eval`.
    await page.evaluate(`new Promise((resolve) => setTimeout(() => {
      ${ADD}
      window.ran = false;
      Promise.resolve().then(() => { ${injection}; }).catch(() => undefined).then(() => setTimeout(resolve, 0));
    }, 0))`);
    if (await page.evaluate('window.ran')) ran.push(name);
  }
  return ran;
}

/** The directives that a page breaks by putting in a style, a style attribute, a base, a foreign picture, a form. */
export function brokenDirectives(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const broken = new Set<string>();
    const all = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        broken.add(effectiveDirective);
        if (broken.size === 8) resolve();
      });
    });
    const add = (name: string, attributes: Record<string, string>) => {
      const made = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
      document.body.append(made);
      return made;
    };
    add('style', {}).append('body { display: none }');
    add('p', { style: 'color: red' });
    add('base', { href: 'https://elsewhere.example/' });
    add('img', { src: 'https://elsewhere.example/picture.png' });
    add('iframe', { src: 'app://kiosk/index.html' });
    await new FontFace('elsewhere', 'url(https://elsewhere.example/font.woff2)')
      .load()
      .catch(() => undefined);
    (add('form', { action: 'https://elsewhere.example/' }) as HTMLFormElement).submit();
    await fetch('app://kiosk/index.html').catch(() => undefined);
    await all;
    return [...broken].sort();
  });
}
