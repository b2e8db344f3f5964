// Reads a JSON list of regular expressions from standard input, each a source and its
// flags, and prints for each whether it can backtrack more than linearly: "safe",
// "vulnerable" or "unknown": node backtracking.cjs NODE_MODULES
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

process.env.RECHECK_BACKEND = "pure";
const { checkSync } = createRequire(join(process.argv[2], "backtracking.cjs"))("recheck");
const judged = { checker: "automaton", timeout: 10000 };
const sources = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify(sources.map(([source, flags]) => checkSync(source, flags, judged).status)),
);
