import type { TraitCheck } from '../check.ts';
import { stemSentences } from '../text/text-reading.ts';
import { counted, percent, withinUnit } from '../text/wording.ts';
import { countCues, cueShare, readCueLists } from './cue-check.ts';
import table from './cues/content.txt?raw';
import { topicStems } from './prompt-checks.ts';

const cues = readCueLists(table);

const UNFOLDING = cues.pattern('depth: unfolding');
const HALF_CREDIT_STEMS = 45;
const HALF_CREDIT_CUES = 4;
/** Letters of a word that is likely to name something specific. */
const LONG_WORD = 8;
/** Different content words for each word: small talk, and a text full of matter. */
const THIN = 0.25;
const DENSE = 0.6;

/** How far a response goes into its matter. */
export const depth: TraitCheck = {
  id: 'depth',
  label: 'Depth',
  noun: 'depth',
  explanation:
    'Different content words (half the credit at 45), their share of all words, words that unfold a matter (causes, contrasts, stages), figures and long words (own count); insight and correctness are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const stems = new Set(response.contentStems).size;
    const cues = countCues(response.text, [UNFOLDING]);
    const figures = response.text.match(/\d+/g)?.length ?? 0;
    const density = stems / Math.max(1, response.words.length);
    const longWords = new Set(response.words.filter((word) => word.length >= LONG_WORD)).size;
    const signs = cues.weight + 0.25 * longWords + 0.5 * Math.min(6, figures);
    return {
      share:
        0.4 * (stems / (stems + HALF_CREDIT_STEMS)) +
        0.3 * (signs / (signs + HALF_CREDIT_CUES)) +
        0.3 * withinUnit((density - THIN) / (DENSE - THIN)),
      found: `${String(stems)} different content words, ${String(cues.total)} words that unfold the matter`,
    };
  },
};

/** How much of the response keeps to the prompt's topic. */
export const focus: TraitCheck = {
  id: 'focus',
  label: 'Keeps to the question',
  noun: 'keeping to the question',
  explanation:
    'Share of sentences that share a content word with the prompt or with the sentence before (own count, after the cohesion of Halliday and Hasan 1976); a digression in the same words is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence(subject) {
    const topic = topicStems(subject);
    const sentences = stemSentences(subject.response);
    let before: ReadonlySet<string> = new Set();
    let kept = 0;
    for (const stems of sentences) {
      const onTopic = [...stems].some((stem) => topic.has(stem));
      const linked = [...stems].some((stem) => before.has(stem));
      kept += onTopic ? 1 : linked ? 0.6 : 0;
      before = stems;
    }
    const share = sentences.length === 0 ? 0 : kept / sentences.length;
    return { share, found: `${percent(share)} of the sentences keep to the prompt’s words` };
  },
};

/** Reasons given. */
export const reasons = cues.check({
  id: 'reasons',
  label: 'Reasons given',
  noun: 'reasons',
  explanation:
    'Words that link cause and effect, such as “because”, “so that”, “which means” (own list, after the causal connectives of the Penn Discourse Treebank 2008); whether the reasoning holds is not seen.',
  half: 1.5,
});

/** Examples introduced as such. */
export const examples = cues.check({
  id: 'examples',
  label: 'Examples given',
  noun: 'examples',
  explanation:
    'Examples introduced as such: “for example”, “such as”, “say,”, “imagine”, and phrases in quotes (own list, after Hearst 1992); whether they fit is not seen.',
  signs: /\((?:e\.g\.|such as|like|say)|\blike [A-Z]\w+(?:,| and| or)/g,
});

/** Sources named. */
export const references = cues.check({
  id: 'references',
  label: 'Sources named',
  noun: 'sources',
  explanation:
    'Links, years in brackets, “according to”, names of studies, bodies and journals (own list); whether the source exists or says so is not seen.',
  signs:
    /https?:\/\/\S+|www\.\S+|\((?:[^()]{0,60}[,\s])?(?:1[5-9]|20)\d\d[a-z]?\)|\[\d{1,3}\]|\b[A-Z]\w+ (?:and|&) [A-Z]\w+ \(?\d{4}/g,
});

const DIGITS = /(?<![\p{L}\p{N}])[$€£¥]?\d[\d.,:/]*\d?(?:\s?%)?/gu;
const LIST_NUMBER = /^[^\S\n\r\u2028\u2029]*(?:\*\*)?(?:\(?\d{1,3}[.):]|step\s+\d+)/gim;
const SPELT = cues.pattern('numbers: spelt');
/** A number in words is less of a figure than one in digits. */
const SPELT_WEIGHT = 0.4;

/** Figures in the text; list numbers don't count. */
export const numbers: TraitCheck = {
  id: 'numbers',
  label: 'Figures given',
  noun: 'figures',
  explanation:
    'Numbers in digits, percentages, years and amounts, numbers in words counting less (own count); whether they are right is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const text = response.text.replace(LIST_NUMBER, '');
    const digits = countCues(text, [DIGITS]);
    const spelt = countCues(text, [SPELT]);
    return {
      share: cueShare(digits.weight + SPELT_WEIGHT * spelt.weight, response.words.length),
      found: `${counted(digits.total, 'figure')} in digits, ${String(spelt.total)} in words`,
    };
  },
};

/** Terms defined. */
export const definitions = cues.check({
  id: 'definitions',
  label: 'Terms explained',
  noun: 'definitions',
  explanation:
    'Phrases that define, such as “means”, “refers to”, “that is”, “known as”, and explanations in brackets (own list, in the manner of Hearst 1992); whether a definition is right is not seen.',
  signs: /\((?=[a-z][^)]{6,200}\))|—\s?(?:the|a|an)\s/g,
});

/** More than one side shown. */
export const balance = cues.check({
  id: 'balance',
  label: 'Both sides',
  noun: 'more than one side',
  explanation:
    'Words that set sides against each other: “on the other hand”, “however”, “pros and cons” (own list, after the contrast connectives of Biber 1988); whether the sides are treated fairly is not seen.',
  half: 1.5,
});

/** Warnings and limits. */
export const caveats = cues.check({
  id: 'caveats',
  label: 'Warnings and limits',
  noun: 'warnings and limits',
  explanation:
    'Words that warn or limit: “be careful”, “risk”, “consult a doctor”, “unless” (own list); whether the right risks are named is not seen.',
  half: 1.5,
});

const ORDER = new RegExp(
  `^(?:(?:${cues.source('actions: before an order')})[,\\s]+)*(?:${cues.source('actions: orders')})\\b`,
  'i',
);
const ADVICE = cues.pattern('actions: advice');

/** Things to do. */
export const actions: TraitCheck = {
  id: 'actions',
  label: 'Things to do',
  noun: 'things to do',
  explanation:
    'Sentences and list items that begin with an order such as “set”, “try”, “check”, and words of advice (own list); whether the advice is useful is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const orders = response.sentences.filter((sentence) => ORDER.test(sentence)).length;
    const advice = countCues(response.text, [ADVICE]);
    return {
      share: cueShare(orders + 0.4 * advice.weight, response.words.length),
      found: `${counted(orders, 'sentence')} with something to do`,
    };
  },
};

/** A capital in mid-sentence: a name. */
const NAME = /(?<=[\p{Ll},;)] )(?!I\b|I')\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*/gu;
const FIGURE = /(?<![\p{L}\p{N}])\d[\d.,:/]*/gu;
const VAGUE = new RegExp(`\\b(?:${cues.source('specifics: vague')})\\b`, 'gi');
const VAGUE_COST = 0.25;

/** Names and figures against vague words. */
export const specifics: TraitCheck = {
  id: 'specifics',
  label: 'Names and figures',
  noun: 'specifics',
  explanation:
    'Names (capitals in mid-sentence) and figures, less for vague words such as “things” and “various” (own count); whether they are true is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const names = countCues(response.text, [NAME]);
    const figures = countCues(response.text, [FIGURE]);
    const vague = response.text.match(VAGUE)?.length ?? 0;
    const signs = Math.max(0, names.weight + figures.weight - VAGUE_COST * vague);
    return {
      share: cueShare(signs, response.words.length, 2),
      found: `${counted(names.total, 'name')}, ${counted(figures.total, 'figure')}, ${counted(vague, 'vague word')}`,
    };
  },
};

/** How something came about. */
export const background = cues.check({
  id: 'background',
  label: 'History given',
  noun: 'history and background',
  explanation:
    'Years, centuries and words of origin and change, such as “founded”, “originally”, “until then” (own list); whether the history is right is not seen.',
  half: 2,
});

/** When, and for how long. */
export const timing = cues.check({
  id: 'timing',
  label: 'Times given',
  noun: 'times and durations',
  explanation:
    'Durations, clock times, weekdays and stretches such as “week 2” or “overnight” (own list); whether the plan is realistic is not seen.',
});

/** Somebody’s own words. */
export const quotations = cues.check({
  id: 'quotations',
  label: 'Quotations',
  noun: 'quotations',
  explanation:
    'Longer passages in quotation marks and words that hand over to somebody, such as “put it” or “once said” (own count); whether anybody said it is not seen.',
  signs: /"[^"\n]{15,}"|^>\s+\S.*/gm,
  weak: false,
});
