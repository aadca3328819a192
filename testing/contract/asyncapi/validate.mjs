import { readdir, readFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A function that says whether a message is a `result`, or a `command`; `folder` is docs/schemas/v1, or what the jar holds. */
export async function validator(folder, schema = 'result') {
  const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
  addFormats(ajv);
  for (const file of await readdir(folder, { recursive: true })) {
    if (file.endsWith('.json')) ajv.addSchema(JSON.parse(await readFile(`${folder}/${file}`, 'utf8')));
  }
  return ajv.getSchema(`https://callport.io/schemas/v1/${schema}.schema.json`);
}
