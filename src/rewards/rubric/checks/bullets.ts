import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

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
