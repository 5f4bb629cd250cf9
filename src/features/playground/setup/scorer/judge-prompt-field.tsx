import {
  DEFAULT_JUDGE_PROMPTS,
  judgePromptProblem,
  type JudgeKind,
  type JudgePrompts,
} from '../../../../rewards/index.ts';
import { Button, TextField } from '../../../../ui/index.ts';

export interface JudgePromptFieldProps {
  readonly kind: JudgeKind;
  readonly prompts: JudgePrompts;
  readonly onChange: (prompts: JudgePrompts) => void;
}

/** What the judge is asked, word for word, and to be edited. */
export function JudgePromptField({ kind, prompts, onChange }: JudgePromptFieldProps) {
  const text = prompts[kind];
  const usual = DEFAULT_JUDGE_PROMPTS[kind];
  return (
    <>
      <TextField
        label="What the judge is asked"
        rows={6}
        value={text}
        problem={judgePromptProblem(kind, text)}
        onChange={(edited) => {
          onChange({ ...prompts, [kind]: edited });
        }}
      />
      {text !== usual && (
        <Button
          onClick={() => {
            onChange({ ...prompts, [kind]: usual });
          }}
        >
          Back to the judge’s words as shipped
        </Button>
      )}
    </>
  );
}
