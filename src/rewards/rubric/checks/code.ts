import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** Code set as code. */
export const code: TraitCheck = {
  id: 'code',
  label: 'Code',
  noun: 'code',
  explanation:
    'Fenced code blocks and words between backticks, as in CommonMark; whether the code runs is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const blocks = Math.floor(response.layout.codeFences / 2);
    const inline = response.text.match(/`[^`\n]+`/g)?.length ?? 0;
    const signs = 2 * blocks + 0.5 * inline;
    return {
      share: signs / (signs + 1),
      found: `${counted(blocks, 'code block')} and ${counted(inline, 'inline piece')} of code`,
    };
  },
};
