import type { Measurement, PromptCheck, Subject } from '../check.ts';
import { FUNCTION_WORDS, stemContentWords, TASK_WORDS } from '../text/words.ts';
import type { TextReading } from '../text/text-reading.ts';
import { counted, percent, quoted, withinUnit } from '../text/wording.ts';
import { readCueLists } from './cue-check.ts';
import table from './cues/prompt.txt?raw';

const cues = readCueLists(table);

/** Naming half of the prompt's content words is enough: more is often mere copying. */
const ENOUGH = 0.5;

/** Stems of the prompt's topic words, without the words of the task itself. */
export function topicStems({ prompt }: Subject): ReadonlySet<string> {
  const topic = stemContentWords(prompt.words.filter((word) => !TASK_WORDS.has(word)));
  return new Set(topic.length > 0 ? topic : prompt.contentStems);
}

/** Does the response talk about what the prompt asks? */
const answersPrompt: PromptCheck = {
  id: 'answers-prompt',
  label: 'Answers the prompt',
  explanation:
    'Share of the prompt’s content words (by stem, Porter 1980), grammar words left out, that the response takes up, full at half of them, and never nothing, since a good short answer may use other words; whether the answer is right is not seen.',
  defaultWeight: 0.5,
  englishOnly: true,
  measure(subject) {
    const topic = topicStems(subject);
    if (topic.size === 0)
      return { score: 1, measured: 'The prompt has no content words to take up' };
    const said = new Set(subject.response.contentStems);
    const needed = Math.ceil(topic.size * ENOUGH);
    const covered = [...topic].filter((stem) => said.has(stem)).length;
    return {
      // Two words are added to both, so that a prompt of one or two words decides little.
      score: withinUnit((covered + 2) / (needed + 2)),
      measured: `Takes up ${String(covered)} of the prompt’s ${String(topic.size)} content words (${percent(covered / topic.size)})`,
    };
  },
};

/** With this many different content words half of the credit is earned. */
const HALF_CREDIT = 40;

/** How much there is in the response, counted without repeats. */
const substance: PromptCheck = {
  id: 'substance',
  label: 'Substance',
  explanation:
    'Number of different content words, half the credit at 40 (own count), so that longer answers gain only while they bring new words; whether they say anything is not seen. Left out where the preference asks for a length.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response }) {
    const distinct = new Set(response.contentStems).size;
    return {
      score: distinct / (distinct + HALF_CREDIT),
      measured: `${String(distinct)} different content words`,
    };
  },
};

const TERMINAL = /[.!?…。！？؟।:)\]}"'`*_|>\p{Extended_Pictographic}\uFE0F\p{Pe}\p{Pf}]$/u;
/** A few words without a full stop are a label or a name, not a broken sentence. */
const LABEL_WORDS = 5;

function judge(response: TextReading): Measurement {
  const last = response.layout.lines.at(-1) ?? '';
  const lastWord = response.words.at(-1) ?? '';
  if (response.layout.codeFences % 2 === 1) {
    return { score: 0, measured: 'A code block is left open at the end' };
  }
  if (/[,;:–—-]$/.test(last)) {
    return { score: 0, measured: `Stops in mid-sentence, after “${last.slice(-20)}”` };
  }
  if (TERMINAL.test(last)) return { score: 1, measured: 'The last sentence is complete' };
  if (FUNCTION_WORDS.has(lastWord)) {
    return { score: 0, measured: `Stops in mid-sentence, after “${lastWord}”` };
  }
  const listed = [...response.layout.bullets, ...response.layout.numbered];
  const unstopped = listed.filter((item) => !TERMINAL.test(item)).length;
  if (unstopped >= 2) return { score: 1, measured: 'Ends in a list whose items take no full stop' };
  if (response.words.length <= LABEL_WORDS) return { score: 1, measured: 'A short phrase' };
  return { score: 0.3, measured: 'The last sentence has no end mark' };
}

/** Is the response finished, or cut off? */
const sentenceCompleteness: PromptCheck = {
  id: 'sentence-completeness',
  label: 'Finished sentences',
  explanation:
    'Whether the text ends with an end mark, a closed bracket or quote, or a list, rather than in mid-sentence (own count); whether the thought is finished is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure: ({ response }) => judge(response),
};

const REPEATED_RUN = 3;
/** Ordinary prose repeats a few three-word runs: full credit from here. */
const ORDINARY = 0.95;
const HOPELESS = 0.5;

/** Runs of `size` words, joined by a space. */
function wordRuns(words: readonly string[], size: number): string[] {
  const runs: string[] = [];
  for (let start = 0; start + size <= words.length; start += 1) {
    runs.push(words.slice(start, start + size).join(' '));
  }
  return runs;
}

/** Does the response say the same thing over and over? */
const noRepetition: PromptCheck = {
  id: 'no-repetition',
  label: 'No repetition',
  explanation:
    'Share of three-word runs that are different (distinct-n, Li et al. 2016), full from 95 %, nothing below 50 %; a thought repeated in other words is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response }) {
    const runs = wordRuns(response.words, REPEATED_RUN);
    const distinct = runs.length === 0 ? 1 : new Set(runs).size / runs.length;
    return {
      score: withinUnit((distinct - HOPELESS) / (ORDINARY - HOPELESS)),
      measured: `${percent(distinct)} of the three-word runs are different`,
    };
  },
};

const COPIED_RUN = 4;
/** A summary may keep this share of its source's wording before it counts as copying. */
const FREE_SHARE = 0.5;

/** Penalty: does the response merely hand back the prompt or the preference? */
const copying: PromptCheck = {
  id: 'copying',
  label: 'Copied from the question',
  explanation:
    'Penalty where more than half of the response’s four-word runs stand in the prompt or the preference already (own count, after the overlaps of BLEU, Papineni et al. 2002); copying in other words is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  measure({ response, prompt, preference }) {
    const size = Math.min(COPIED_RUN, response.words.length);
    const runs = size === 0 ? [] : wordRuns(response.words, size);
    const sources = new Set(wordRuns(prompt.words, size));
    for (const run of wordRuns(preference?.words ?? [], size)) sources.add(run);
    const copied = runs.filter((run) => sources.has(run)).length / Math.max(1, runs.length);
    // A one-word answer such as "Paris" may well be a word of the question.
    const penalty = size < COPIED_RUN ? 0 : withinUnit((copied - FREE_SHARE) / (1 - FREE_SHARE));
    return {
      score: 0 - penalty,
      measured: `${percent(copied)} of the wording is copied from the prompt or the preference`,
    };
  },
};

const REFUSAL_OR_REVISION = cues.pattern('meta-talk: refusal or revision');
const PREAMBLE =
  /^\s*(?:sure|certainly|of course|absolutely|okay|ok|great question)\b[!,.]|^\s*here(?:'s| is| are)\b[^\n.!]{0,80}:\s*\n/i;
const PREAMBLE_PENALTY = 0.25;
/** A letter of apology is not an apology for the answer. */
const APOLOGY_ASKED = /apolog|sorry|refus|declin|language model|\bai\b/i;

/** Penalty: does the response talk about itself instead of answering? */
const metaTalk: PromptCheck = {
  id: 'meta-talk',
  label: 'Talk about itself',
  explanation:
    'Penalty for refusals, apologies, “as an AI”, “here is my revised answer” and “the answer should include”, a small one for an opening such as “Sure, here is …:” (own list), waived where the prompt is about such things; a refusal in other words is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  measure({ response, prompt }) {
    const found = [...new Set(response.lower.match(REFUSAL_OR_REVISION) ?? [])];
    if (found.length > 0 && !APOLOGY_ASKED.test(prompt.text)) {
      return { score: -1, measured: `Talks about itself: ${quoted(found)}` };
    }
    const opening = PREAMBLE.exec(response.text)?.[0].trim();
    return opening === undefined
      ? { score: 0, measured: 'Talks about the matter, not about itself' }
      : { score: -PREAMBLE_PENALTY, measured: `Opens with a preamble: ${quoted([opening])}` };
  },
};

/** Penalty: list items and headings with nothing in them. */
const emptyItems: PromptCheck = {
  id: 'empty-items',
  label: 'Empty list items',
  explanation:
    'Penalty for the share of list items and headings that have no words in them (own count); an item with empty words is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response: { layout } }) {
    const items = [...layout.bullets, ...layout.numbered, ...layout.headings];
    const empty = items.filter((item) => !/[\p{L}\p{N}]/u.test(item)).length;
    return {
      score: items.length === 0 ? 0 : 0 - empty / items.length,
      measured: `${String(empty)} of ${counted(items.length, 'list item or heading', 'list items and headings')} empty`,
    };
  },
};

/** The checks that need no preference: active under either conditioning. */
export const promptChecks: readonly PromptCheck[] = [
  answersPrompt,
  substance,
  sentenceCompleteness,
  noRepetition,
  copying,
  metaTalk,
  emptyItems,
];
