// The schemas, as Ajv sees them: each is a schema of 2020-12, and its examples are of it.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validator as sample } from './validate.mjs';

const folder = new URL('../../../docs/schemas/v1/', import.meta.url);

function validator(schemas) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats(ajv);
  schemas.forEach(schema => ajv.addSchema(schema));
  return ajv;
}

/** The messages' examples in docs/asyncapi.yaml, which its parser does not look into. */
export async function checkExamples(document) {
  const ajv = validator(await all());
  let failures = 0;
  let examples = 0;
  for (const message of document.allMessages().all()) {
    for (const example of message.examples().all()) {
      examples++;
      for (const [part, schema] of [[example.payload(), message.payload()], [example.headers(), message.headers()]]) {
        if (!ajv.validate(schema.json('$id'), part)) {
          console.log(`docs/asyncapi.yaml: example ${example.name()} of ${message.name()}: ${ajv.errorsText()}`);
          failures++;
        }
      }
    }
  }
  console.log(`docs/asyncapi.yaml: ${examples} examples`);
  return examples === 0 ? failures + 1 : failures;
}

export async function checkSchemas() {
  const schemas = await all();
  const ajv = validator(schemas);
  let failures = 0;
  let examples = 0;
  for (const schema of schemas) {
    const validate = ajv.getSchema(schema.$id);
    for (const example of schema.examples ?? []) {
      examples++;
      if (!validate(example)) {
        console.log(`${schema.$id}: an example is not of it: ${ajv.errorsText(validate.errors)}`);
        failures++;
      }
    }
  }
  const groups = { query: 'number-pool.groups', account: '7moor:2000103' };
  for (const wrong of [{ ...groups, query: 'unknown' }, { ...groups, account: 'x' }, { ...groups, params: { misspelt: 1 } }]) {
    if (ajv.validate('https://callport.io/schemas/v1/command.schema.json', wrong)) {
      console.log(`command.schema.json: takes ${JSON.stringify(wrong)}`);
      failures++;
    }
  }
  console.log(`docs/schemas/v1: ${schemas.length} schemas, ${examples} examples`);
  return failures;
}

/** The sample in docs/contract.md tells results and commands from what is none. */
export async function checkSample() {
  const validate = await sample(fileURLToPath(folder));
  const command = await sample(fileURLToPath(folder), 'command');
  const refusal = { query: 'agents.list', account: '7moor:1', commandId: '42', params: {}, status: 'refused', reason: 'expired', detail: 'd' };
  const cases = [[refusal, true], [{ ...refusal, unknown: 1, reason: 'of-a-later-release' }, true], [{ ...refusal, reason: undefined }, false],
    [{ ...refusal, query: 'of.later', status: 'answered' }, true], [{ ...refusal, status: 'answered' }, false]];
  const commands = [[{ query: 'agents.list', account: '7moor:1' }, true], [{ query: 'agents.list' }, false]];
  const wrong = cases.filter(([message, fine]) => validate(JSON.parse(JSON.stringify(message))) !== fine)
    .concat(commands.filter(([message, fine]) => command(message) !== fine));
  wrong.forEach(([message, fine]) => console.log(`validate.mjs: says ${!fine} to ${JSON.stringify(message)}`));
  return wrong.length;
}

async function all() {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'));
  return Promise.all(names.map(async name => JSON.parse(await readFile(new URL(name, folder), 'utf8'))));
}
