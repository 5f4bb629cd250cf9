// @ts-check
/**
 * Splits the preference set into its tuning and its held-out half, and checks both.
 *
 *   node bench/scorers/preference-set/split.mjs                  checks the two files beside this one and prints their figures
 *   node bench/scorers/preference-set/split.mjs SOURCE.jsonl …   writes the two files from the rows of the sources, then checks
 *
 * A row is in the tuning half where the first byte of SHA-256(id) is below 96, so its half hangs on nothing but its name.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fields = ['id', 'preferenceId', 'preference', 'prompt', 'honours', 'dishonours'];
const halves = ['tuning', 'held-out'];
const tuningBytesBelow = 96;
const leastPreferences = 20;
const leastRowsEach = 8;
const words = { least: 8, most: 160 };
/** Elsewhere the shorter answer has at least this share of the longer one's words. */
const leastLengthShare = 0.8;
const aboutLength = ['concise', 'thorough', 'exact-length'];

/** @typedef {Record<string, string>} Row */

/** @param {string} id */
export function halfOf(id) {
  const firstByte = createHash('sha256').update(id).digest()[0] ?? 0;
  return firstByte < tuningBytesBelow ? 'tuning' : 'held-out';
}

/** Marks such as “-” or “|” that stand alone are not words. @param {string} text */
function countWords(text) {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** @param {string} half */
function pathOf(half) {
  return new URL(`${half}.jsonl`, import.meta.url);
}

/** @param {string | URL} path @returns {Row[]} */
function readRows(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new Error(`${String(path)}, line ${String(index + 1)}: not JSON.`);
    }
  });
}

/** @param {Row} row @returns {string[]} */
function faultsOfRow(row) {
  const keys = Object.keys(row);
  const faulty = fields.filter(
    (field) => typeof row[field] !== 'string' || row[field]?.trim() === '',
  );
  if (faulty.length > 0 || keys.length !== fields.length)
    return [`fields are not exactly ${fields.join(', ')}, all with text`];
  const faults = [];
  if (!/^[a-z-]+-\d\d$/u.test(row.id ?? '') || row.id?.slice(0, -3) !== row.preferenceId)
    faults.push('id is not preferenceId-NN');
  const lengths = [countWords(row.honours ?? ''), countWords(row.dishonours ?? '')];
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  if (shortest < words.least || longest > words.most)
    faults.push(`answers have ${lengths.join(' and ')} words`);
  if (!aboutLength.includes(row.preferenceId ?? '') && shortest < leastLengthShare * longest) {
    faults.push(`answers differ too much in length: ${lengths.join(' and ')} words`);
  }
  return faults;
}

/** @param {Row[]} rows @param {string} field @returns {string[]} */
function repeated(rows, field) {
  const seen = new Set();
  return rows.flatMap((row) => {
    const text = (row[field] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (seen.has(text)) return [`${row.id ?? '?'}: ${field} is there twice`];
    seen.add(text);
    return [];
  });
}

/** @param {Row[]} rows @returns {string[]} */
function faultsOf(rows) {
  const counts = countBy(rows, (row) => row.preferenceId ?? '?');
  const few = [...counts].filter(([, count]) => count < leastRowsEach);
  return [
    ...rows.flatMap((row) => faultsOfRow(row).map((fault) => `${row.id ?? '?'}: ${fault}`)),
    ...['id', 'prompt', 'preference', 'honours', 'dishonours'].flatMap((field) =>
      repeated(rows, field),
    ),
    ...few.map(([name, count]) => `${name}: only ${String(count)} rows`),
    ...(counts.size < leastPreferences ? [`only ${String(counts.size)} preferences`] : []),
  ];
}

/** @param {Row[]} rows @param {(row: Row) => string} keyOf */
function countBy(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

/**
 * The share of rows whose longer answer honours; a tie counts half.
 *
 * @param {Row[]} rows
 * @param {(text: string) => number} lengthOf
 */
function longerHonours(rows, lengthOf) {
  const points = rows.map(
    (row) => (Math.sign(lengthOf(row.honours ?? '') - lengthOf(row.dishonours ?? '')) + 1) / 2,
  );
  return (points.reduce((sum, point) => sum + point, 0) / rows.length).toFixed(3);
}

/**
 * @param {Row[]} rows
 * @param {string} field
 */
function meanWords(rows, field) {
  const sum = rows.reduce((total, row) => total + countWords(row[field] ?? ''), 0);
  return (sum / rows.length).toFixed(1);
}

/**
 * One line of the table of figures.
 *
 * @param {string} name
 * @param {Row[]} rows
 */
function figuresOf(name, rows) {
  const cells = [
    name,
    ...halves.map((half) => rows.filter((row) => halfOf(row.id ?? '') === half).length),
    meanWords(rows, 'honours'),
    meanWords(rows, 'dishonours'),
    longerHonours(rows, countWords),
    longerHonours(rows, (text) => text.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {Row[]} rows */
function printFigures(rows) {
  console.log(
    '| preference | tuning | held out | words, honours | words, dishonours | longer in words honours | longer in characters honours |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const name of [...countBy(rows, (row) => row.preferenceId ?? '?').keys()].sort()) {
    const group = rows.filter((row) => row.preferenceId === name);
    console.log(figuresOf(name, group));
  }
  const elsewhere = rows.filter((row) => !aboutLength.includes(row.preferenceId ?? ''));
  console.log(figuresOf('all', rows));
  console.log(figuresOf('all but length', elsewhere));
}

/** @param {string[]} sources */
function write(sources) {
  const rows = sources.flatMap((source) => readRows(source));
  for (const half of halves) {
    const lines = rows
      .filter((row) => halfOf(row.id ?? '') === half)
      .map((row) => JSON.stringify(row));
    writeFileSync(pathOf(half), `${lines.join('\n')}\n`);
  }
}

function main() {
  const sources = process.argv.slice(2);
  if (sources.length > 0) write(sources);
  const read = halves.map((half) => ({ half, rows: readRows(pathOf(half)) }));
  const misplaced = read.flatMap(({ half, rows }) =>
    rows
      .filter((row) => halfOf(row.id ?? '') !== half)
      .map((row) => `${row.id ?? '?'}: stands in ${half}, belongs to the other half`),
  );
  const rows = read.flatMap((part) => part.rows);
  const faults = [...misplaced, ...faultsOf(rows)];
  printFigures(rows);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
