import { shortened } from '../../../../core/index.ts';
import type { StudyPrompt } from '../../../../studies/index.ts';
import { DataTable, formatCount } from '../../../../ui/index.ts';
import styles from '../../studies.module.css';

const SHOWN_ROWS = 4;
const SHOWN_CHARACTERS = 160;

/** The first of what will be asked, as it was read. */
export function PromptPreview({ prompts }: { readonly prompts: readonly StudyPrompt[] }) {
  if (prompts.length === 0) return null;
  const shown = prompts.slice(0, SHOWN_ROWS);
  return (
    <DataTable label="First prompts">
      <caption>{captionOf(shown.length, prompts.length)}</caption>
      <thead>
        <tr>
          {['Row', 'Prompt', 'Preference'].map((name) => (
            <th key={name} scope="col" className={styles.asked}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, prompt, preference }) => (
          <tr key={id}>
            <th scope="row">{shortened(id, 40)}</th>
            <td className={styles.asked} dir="auto">
              {shortened(prompt, SHOWN_CHARACTERS)}
            </td>
            <td className={styles.asked} dir="auto">
              {preference === '' ? '–' : shortened(preference, SHOWN_CHARACTERS)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function captionOf(shown: number, count: number): string {
  if (shown === count) return 'What is asked';
  return `The first ${String(shown)} of ${formatCount(count)} that are asked`;
}
