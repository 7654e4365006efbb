import { expect, test } from 'vitest';
import { withRequired } from './required-builtins.ts';

const http = 'process.getBuiltinModule(`node:http`)';

test.each([
  ['import{Agent,request as ask}from"node:http";ask();', `const {Agent,request:ask}=${http};ask();`],
  ['import http from"node:http";', `const http=${http};`],
  ["import * as http from 'node:http';", `const http=${http};`],
  ['import http,{Agent}from"node:http";', `const http=${http},{Agent}=${http};`],
  ['"use strict";\nimport { Agent } from "node:http";\n', `"use strict";\nconst { Agent }=${http};\n`],
])('a module of Node.js is taken without reading all of it: %s', (imported, required) => {
  expect(withRequired(imported)).toBe(required);
});

test('what is no part of Node.js is imported as before', () => {
  const code = 'import{app}from"electron";import{t as axios}from"./axios-DSKFKIiP.js";';

  expect(withRequired(code)).toBe(code);
});
