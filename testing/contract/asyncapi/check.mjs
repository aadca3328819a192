// Is docs/asyncapi.yaml what AsyncAPI's own parser accepts, and are the schemas what Ajv, the validator of JavaScript, accepts?
// Prints every error and warning; errors fail. Also fails if broken documents pass, since then this looks at nothing.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser';
import { checkExamples, checkSample, checkSchemas } from './schemas.mjs';

const file = fileURLToPath(new URL('../../../docs/asyncapi.yaml', import.meta.url));
const text = await readFile(file, 'utf8');
const ERROR = 0;
const LEVELS = ['error', 'warning', 'info', 'hint'];

async function parse(yaml) {
  const { document, diagnostics } = await new Parser().parse(yaml, { source: file });
  return { document, diagnostics, failed: !document || diagnostics.some(found => found.severity === ERROR) };
}

function show({ severity, path, message, range }) {
  console.log(`docs/asyncapi.yaml:${range.start.line + 1}: ${LEVELS[severity]}: ${path.join('/')}: ${message}`);
}

const broken = {
  'no title': ['  title: Callport\n', ''],
  'an unknown channel': ["channel: { $ref: '#/channels/results' }", "channel: { $ref: '#/channels/outcomes' }"],
  'a schema that is not there': ['schemas/v1/refusal.schema.json', 'schemas/v1/refusals.schema.json'],
  'an action that does not exist': ['action: receive', 'action: listen'],
  'a payload that is no schema': ['{ $ref: schemas/v1/refusal.schema.json }', '{ type: 7 }'],
  'a reply without a channel': ['      channel: { $ref: \'#/channels/replies\' }', '      channel: replies'],
  'a version that does not exist': ['asyncapi: 3.0.0', 'asyncapi: 9.0.0'],
};

let failures = 0;
const { document, diagnostics, failed } = await parse(text);
diagnostics.forEach(show);
if (failed) {
  failures++;
} else {
  const count = document.allMessages().length;
  console.log(`docs/asyncapi.yaml: ${document.allChannels().length} channels, ${document.allOperations().length} operations, ${count} messages`);
}
for (const [what, [from, to]] of Object.entries(broken)) {
  if (!text.includes(from)) {
    console.log(`check.mjs: nothing to break for "${what}"; mend it`);
    failures++;
  } else if (!(await parse(text.replace(from, to))).failed) {
    console.log(`docs/asyncapi.yaml: passes with ${what}`);
    failures++;
  }
}
failures += await checkSchemas();
failures += await checkSample();
failures += failed ? 0 : await checkExamples(document);
console.log(failures === 0 ? 'ok' : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
