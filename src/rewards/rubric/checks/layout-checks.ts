import type { TraitCheck } from '../check.ts';
import { segmentWords } from '../text/text-reading.ts';
import { countCodeBlocks, shareOfCode } from '../text/code-lines.ts';
import { counted, percent } from '../text/wording.ts';
import { cueShare } from './cue-check.ts';

/** Lists: bullets or numbered points. */
export const bullets: TraitCheck = {
  id: 'bullets',
  label: 'List of points',
  noun: 'bullet points',
  explanation:
    'Number of list items, as CommonMark marks them (own count); bullets count in full, numbered points three quarters; whether the points belong together is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const items = layout.bullets.length + 0.75 * layout.numbered.length;
    return {
      share: items / (items + 1),
      found: `${counted(layout.bullets.length, 'bullet')} and ${counted(layout.numbered.length, 'numbered point')}`,
    };
  },
};

/** Headings over sections. */
export const headings: TraitCheck = {
  id: 'headings',
  label: 'Headings',
  noun: 'headings',
  explanation:
    'Lines marked with # as in CommonMark, or wholly in bold; whether they fit what follows is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const count = layout.headings.length;
    return { share: count / (count + 0.5), found: counted(count, 'heading') };
  },
};

/** A Markdown table. */
export const table: TraitCheck = {
  id: 'table',
  label: 'Table',
  noun: 'a table',
  explanation:
    'Lines set between upright bars, as GitHub’s Markdown has them; a head, its rule and one row make a table; whether the columns make sense is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    return {
      share: Math.min(1, layout.tableRows / 3),
      found: counted(layout.tableRows, 'table row'),
    };
  },
};

/** Plain running text, without lists, headings or tables. */
export const prose: TraitCheck = {
  id: 'prose',
  label: 'Plain prose',
  noun: 'plain prose',
  explanation:
    'Full where no line is a list item, heading or table row in CommonMark’s sense, less with each such line (own count); whether the text flows is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const marked =
      layout.bullets.length + layout.numbered.length + layout.headings.length + layout.tableRows;
    return {
      share: 1 / (1 + marked),
      found: `${counted(marked, 'line')} set as list, heading or table`,
    };
  },
};

/** Bold type on important words. */
export const emphasis: TraitCheck = {
  id: 'emphasis',
  label: 'Bold words',
  noun: 'words in bold',
  explanation:
    'Words between double asterisks, bold in CommonMark; whether they are the important ones is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    return {
      share: layout.boldSpans / (layout.boldSpans + 1),
      found: `${counted(layout.boldSpans, 'passage')} in bold`,
    };
  },
};

/** Code set as code. */
export const code: TraitCheck = {
  id: 'code',
  label: 'Code',
  noun: 'code',
  explanation:
    'Fenced code blocks and words between backticks, as in CommonMark, and lines that look like code by their marks (own list); whether the code runs is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  wordless: true,
  presence({ response }) {
    const fenced = Math.floor(response.layout.codeFences / 2);
    const blocks = fenced > 0 ? fenced : countCodeBlocks(response.text);
    const inline = response.text.match(/`[^`\n]+`/g)?.length ?? 0;
    const signs = 2 * blocks + 0.5 * inline;
    return {
      share: signs / (signs + 1),
      found: `${counted(blocks, 'code block')} and ${counted(inline, 'inline piece')} of code`,
    };
  },
  aloneness({ response }) {
    const share = shareOfCode(response.text);
    return { share, found: `${percent(share)} of the lines are code` };
  },
};

/** Words in the longest paragraph at which half of the credit is left. */
const HALF_CREDIT = 45;

/** Short paragraphs. */
export const shortParagraphs: TraitCheck = {
  id: 'short-paragraphs',
  label: 'Short paragraphs',
  noun: 'short paragraphs',
  explanation:
    'Words of the longest line or paragraph, half the credit at 45 (own count); whether the breaks fall well is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const longest = Math.max(0, ...layout.blocks.map((block) => segmentWords(block).length));
    return {
      share: 1 / (1 + (longest / HALF_CREDIT) ** 2),
      found: `The longest paragraph has ${String(longest)} words`,
    };
  },
};

export const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[:;]-?[)D(](?=\s|$)/gu;

/** Emoji and smileys. */
export const emoji: TraitCheck = {
  id: 'emoji',
  label: 'Emoji',
  noun: 'emoji',
  explanation:
    'Emoji by their Unicode property and typed smileys, against length; whether they fit is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  wordless: true,
  presence({ response }) {
    const count = response.text.match(EMOJI)?.length ?? 0;
    return { share: cueShare(count, response.words.length), found: `${String(count)} emoji` };
  },
  aloneness({ response: { text } }) {
    const others = text.replace(EMOJI, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const count = text.match(EMOJI)?.length ?? 0;
    return {
      share: count / Math.max(1, count + others),
      found: `${String(count)} emoji beside ${counted(others, 'letter')}`,
    };
  },
};
