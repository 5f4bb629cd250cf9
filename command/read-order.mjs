// @ts-check
// Not by name: an old Node.js without parseArgs must get as far as being told that it is old.
import * as util from 'node:util';
import { resolve } from 'node:path';
import { readCount } from '../bench/scorers/read-count.mjs';
import { KEY } from '../scripts/serve/serve-options.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';

/**
 * What is asked for on the command line.
 *
 * @typedef {RunOrder | StudyOrder | ScoreOrder | ReportOrder | TrainingDataOrder | { command: 'help' }} Order
 *
 * @typedef {object} PolicyOrder whom texts are asked of
 * @property {string | null} address of the model server, or "embedded"; null for that of the run that is gone on with
 * @property {string | null} model null for the server's only one, or that of the run
 * @property {string | null} key
 * @property {number} inFlight requests under way at once
 *
 * @typedef {object} RunOrder
 * @property {'run'} command
 * @property {string | null} planFile path of the plan; null where a run's file is gone on with
 * @property {string} outFile path of the run's file
 * @property {PolicyOrder} policy
 * @property {string | null} reward id of a scorer, or a reward server's address; null for what the plan says
 * @property {string | null} [rewardKey] key of the reward server; none where left out
 * @property {boolean} again whether texts and rewards that failed are asked for once more
 *
 * @typedef {object} TrainingDataOrder
 * @property {'training-data'} command
 * @property {string} source path of a study's folder, or of files of runs
 * @property {string} folder path
 * @property {number} margin by how much a reward must lie above the other
 * @property {number} testShare share of the prompts that is held out, from 0 to 1
 * @property {readonly import('../src/core/index.ts').ArmKind[] | null} arms null for all
 *
 * @typedef {object} ScoreOrder
 * @property {'score'} command
 * @property {readonly string[]} sources paths of studies' folders, or of files of runs
 * @property {PolicyOrder} policy what the scorer reads with, where it reads with a model
 * @property {string} reward id of a scorer, or a reward server's address
 * @property {string | null} [rewardKey]
 *
 * @typedef {object} ReportOrder
 * @property {'report'} command
 * @property {readonly string[]} sources paths of studies' folders, or of files of runs
 * @property {string} folder path
 * @property {string} question what the study is to answer
 * @property {string | null} baseline arm that the others are held against; null for PRand where it is among them, else the first
 *
 * @typedef {object} StudyOrder
 * @property {'study'} command
 * @property {string} studyFile path
 * @property {string} folder path
 * @property {PolicyOrder} policy
 * @property {string | null} reward
 * @property {string | null} [rewardKey]
 * @property {boolean} again
 */

const REWARD_KEY = 'PRS_REWARD_KEY';

export const USAGE = `Usage: npx prs-playground run PLAN.json --policy http://host:8000/v1
         samples a plan into PLAN.run.json, a file that the page opens; the same again goes on with it
       npx prs-playground run --resume RUN.json
         goes on with a run's file that was left unfinished, by the page or by this command
       npx prs-playground study STUDY.json --out FOLDER --policy http://host:8000/v1 --in-flight 32
         samples prompts × arms × seeds into files that the page opens; the same again goes on with them
         "prompts" in STUDY.json: a list of them, {"set": "built-in"}, or a file (JSON Lines, CSV) as {"file": "x.csv"}
       npx prs-playground score FOLDER… --reward http://host:8000/classify --in-flight 32
         has the texts of a study's runs read by another scorer than the one that chose, and keeps its rewards with the runs;
         the same again goes on with it. A scorer that reads with a model asks that of --policy
       npx prs-playground report FOLDER… --out OTHER --question "Does feedback help?" --baseline "PRand 16"
         writes what studies' runs say: report.html with all of it, report.json, each table as CSV, every text as JSON Lines
       npx prs-playground training-data FOLDER --out OTHER
         writes what a study's runs, or runs exported from the page, teach: winners, preferences and improving pairs, as TRL reads them
       --margin 0         by how much a reward must lie above the other in a pair
       --test 0.1         share of the prompts that is held out
       --arms prs,prand   strategies that are learnt from; all where it is left out
       --policy embedded  the embedded model in this process, by llama.cpp for Node.js: says how to fetch it where it isn't there
       --model ID         one of the server's models, where it has several
       --out PATH         the run's file, or the study's folder
       --in-flight 8      requests under way at once
       --reward rubric    a scorer, or the address of a reward server
       --again            asks once more for texts and rewards that failed
       Keys are read from the environment: ${KEY}=… of the model server, ${REWARD_KEY}=… of the reward server`;

const USUAL_IN_FLIGHT = '8';
const MOST_IN_FLIGHT = 4096;

/**
 * @param {string[]} commandLine
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Order}
 * @throws {PlainError} for what is no order
 */
export function readOrder(commandLine, environment) {
  const { values, positionals } = parse(commandLine);
  const [command, ...files] = positionals;
  if (values.help || command === undefined) return { command: 'help' };
  const folder = environment['INIT_CWD'] ?? process.cwd();
  const readers = {
    run: readRunOrder,
    study: readStudyOrder,
    score: readScoreOrder,
    report: readReportOrder,
    'training-data': readDataOrder,
  };
  const read = Object.entries(readers).find(([name]) => name === command)?.[1];
  if (read === undefined) throw new PlainError(`There is no command "${command}".\n${USAGE}`);
  return read(values, files, environment, (path) => resolve(folder, path));
}

/**
 * @param {Values} values
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} environment
 * @param {(path: string) => string} absolute
 * @returns {StudyOrder}
 */
function readStudyOrder(values, files, environment, absolute) {
  const [studyFile, ...others] = files;
  if (studyFile === undefined || others.length > 0 || values.resume !== undefined) {
    throw new PlainError(`study takes one study's file, and goes on by itself.\n${USAGE}`);
  }
  if (values.out === undefined) throw new PlainError('Name the folder of its runs: --out FOLDER.');
  if (values.policy === undefined) throw new PlainError(NO_POLICY);
  return {
    ...asked(values, environment),
    command: 'study',
    studyFile: absolute(studyFile),
    folder: absolute(values.out),
  };
}

/**
 * @param {Values} values
 * @param {string[]} sources
 * @param {NodeJS.ProcessEnv} environment
 * @param {(path: string) => string} absolute
 * @returns {ScoreOrder}
 */
function readScoreOrder(values, sources, environment, absolute) {
  if (sources.length === 0) throw new PlainError(`score takes folders of runs.\n${USAGE}`);
  const { policy, reward, rewardKey } = asked(values, environment);
  if (reward === null) {
    throw new PlainError('Say who scores: --reward with a scorer, or a reward server’s address.');
  }
  return { command: 'score', sources: sources.map(absolute), policy, reward, rewardKey };
}

const USUAL_QUESTION = 'What do these runs say?';

/**
 * @param {Values} values
 * @param {string[]} sources
 * @param {NodeJS.ProcessEnv} _
 * @param {(path: string) => string} absolute
 * @returns {ReportOrder}
 */
function readReportOrder(values, sources, _, absolute) {
  if (sources.length === 0) throw new PlainError(`report takes folders of runs.\n${USAGE}`);
  const { out, question, baseline } = values;
  if (out === undefined) throw new PlainError('Name the folder of the report: --out FOLDER.');
  return {
    command: 'report',
    sources: sources.map(absolute),
    folder: absolute(out),
    question: question?.trim() || USUAL_QUESTION,
    baseline: baseline ?? null,
  };
}

/**
 * @param {Values} values
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} _
 * @param {(path: string) => string} absolute
 * @returns {TrainingDataOrder}
 */
function readDataOrder(values, files, _, absolute) {
  const [source, ...others] = files;
  if (source === undefined || others.length > 0) {
    throw new PlainError(`training-data takes one folder of runs.\n${USAGE}`);
  }
  if (values.out === undefined) throw new PlainError('Name the folder of the data: --out FOLDER.');
  return {
    command: 'training-data',
    source: absolute(source),
    folder: absolute(values.out),
    margin: readNumber('--margin', values.margin, Number.MAX_VALUE),
    testShare: readNumber('--test', values.test, 1),
    arms: values.arms === undefined ? null : values.arms.split(',').map(readArm),
  };
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} most
 */
function readNumber(option, text, most) {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= most) return number;
  const bound = most === Number.MAX_VALUE ? 'from 0' : `from 0 to ${String(most)}`;
  throw new PlainError(`${option} takes a number ${bound}, not "${text}".`);
}

/** @type {readonly import('../src/core/index.ts').ArmKind[]} */
const ARMS = [
  'rand',
  'prand',
  'prs',
  'prs-0-n',
  'prs-without-feedback',
  'prs-feedback-each',
  'tpo',
  'ab-mcts',
];

/** @param {string} name */
function readArm(name) {
  const arm = ARMS.find((each) => each === name.trim());
  if (arm !== undefined) return arm;
  throw new PlainError(`There is no arm "${name}": --arms takes some of ${ARMS.join(',')}.`);
}

const NO_POLICY =
  'Say who writes: --policy with the address of a model server, such as http://localhost:8000/v1, or --policy embedded.';

/**
 * @param {Values} values
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} environment
 * @param {(path: string) => string} absolute npm starts scripts in the repository's folder
 * @returns {RunOrder}
 */
function readRunOrder(values, files, environment, absolute) {
  const { resume, out } = values;
  const [planFile, ...others] = files;
  if (others.length > 0 || (planFile === undefined) === (resume === undefined)) {
    throw new PlainError(`run takes one plan, or --resume with a run's file.\n${USAGE}`);
  }
  if (planFile === undefined) {
    if (out !== undefined)
      throw new PlainError('--resume goes on in its own file: leave out --out.');
    return {
      ...asked(values, environment),
      command: 'run',
      planFile: null,
      outFile: absolute(resume ?? ''),
    };
  }
  if (values.policy === undefined) throw new PlainError(NO_POLICY);
  const outFile = absolute(out ?? `${planFile.replace(/\.json$/, '')}.run.json`);
  return { ...asked(values, environment), command: 'run', planFile: absolute(planFile), outFile };
}

/**
 * @param {Values} values
 * @param {NodeJS.ProcessEnv} environment
 */
function asked(values, environment) {
  const policy = {
    address: values.policy ?? null,
    model: values.model ?? null,
    key: readKey(KEY, environment),
    inFlight: readCount('--in-flight', values['in-flight'], MOST_IN_FLIGHT),
  };
  const rewardKey = readKey(REWARD_KEY, environment);
  return { policy, reward: values.reward ?? null, rewardKey, again: values.again };
}

/** What a header may carry as a key. */
const WHOLE_KEY = /^[!-~]*$/;

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | null}
 * @throws {PlainError} for what no server can be told, without repeating it
 */
function readKey(name, environment) {
  const key = environment[name] ?? null;
  if (key === null || WHOLE_KEY.test(key)) return key;
  throw new PlainError(
    `${name} holds a blank, a line’s end or a letter that no key has: set it to the key alone.`,
  );
}

/** @typedef {ReturnType<typeof parse>['values']} Values */

/** @param {string[]} commandLine */
function parse(commandLine) {
  try {
    return util.parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        model: { type: 'string' },
        out: { type: 'string' },
        resume: { type: 'string' },
        reward: { type: 'string' },
        question: { type: 'string' },
        baseline: { type: 'string' },
        margin: { type: 'string', default: '0' },
        test: { type: 'string', default: '0.1' },
        arms: { type: 'string' },
        'in-flight': { type: 'string', default: USUAL_IN_FLIGHT },
        again: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
