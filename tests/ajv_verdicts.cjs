// Reads a JSON list of documents from standard input and prints, for each, whether it
// is valid: node ajv_verdicts.cjs NODE_MODULES SCHEMA
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [modules, schema] = process.argv.slice(2);
const load = createRequire(join(modules, "ajv_verdicts.cjs"));
const ajv = new (load("ajv/dist/2020").default)({ strict: true });
load("ajv-formats").default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
const documents = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(documents.map((one) => isValid(one))));
