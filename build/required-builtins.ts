/**
 * Takes the modules of Node.js as `require` does, not as `import` does. Whoever imports one reads all that it exports,
 * and some of it is made only when it is read: `import 'node:http'` brings the whole of fetch, WebSocket and HTTP/2 with
 * it (13 MB), `import 'node:crypto'` all of WebCrypto.
 */
import { isBuiltin } from 'node:module';
import type { Plugin } from 'vite';

export function requiredBuiltins(): Plugin {
  return {
    name: 'required-builtins',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = withRequired(part.code);
      }
    },
  };
}

const IMPORT =
  /(?<=^|[;\n])import(?:\s+(?<whole>[\w$]+))?\s*,?\s*(?:\{(?<parts>[^}]*)\}|\*\s*as\s+(?<space>[\w$]+))?\s*from\s*(?<quote>["'`])(?<module>[\w:/]+)\k<quote>/g;

/** @param code a chunk: its imports stand at the beginning of a line or behind a semicolon, and nothing else does so */
export function withRequired(code: string): string {
  return code.replace(IMPORT, (statement, ...rest) => {
    const { whole, parts, space, module } = rest.at(-1) as Record<string, string | undefined>;
    if (!module || !isBuiltin(module)) return statement;
    const taken = [whole, space, parts && `{${parts.replace(/\s+as\s+/g, ':')}}`].filter((one) => one);
    return `const ${taken.map((name) => `${name}=process.getBuiltinModule(\`${module}\`)`).join()}`;
  });
}
