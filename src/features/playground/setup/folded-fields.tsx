import { type ReactNode, Suspense } from 'react';
import { Disclosure, latePart, Note } from '../../../ui/index.ts';
import type { PromptTemplateFieldsProps } from './prompt-template-fields.tsx';
import type { SamplingFieldsProps } from './sampling-fields.tsx';
import { summaryOfPrompts } from './shipped-prompts.ts';

const NOT_FETCHED = 'This could not be fetched. Reload the page when the network is back.';

/** Fetched when they are opened: few change them, and nobody before they have seen a run. */
const { Part: PromptTemplateFields } = latePart(
  async () => (await import('./fetched-fields.ts')).PromptTemplateFields,
  NOT_FETCHED,
);
const { Part: SamplingFields } = latePart(
  async () => (await import('./fetched-fields.ts')).SamplingFields,
  NOT_FETCHED,
);

interface FoldedFieldsProps {
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}

function FoldedFields({ children, ...named }: FoldedFieldsProps) {
  return (
    <Disclosure {...named} isLate>
      <Suspense fallback={<Note role="status">Fetching …</Note>}>{children}</Suspense>
    </Disclosure>
  );
}

/** What is said to the model. */
export function FoldedPrompts(props: PromptTemplateFieldsProps) {
  return (
    <FoldedFields title="Prompts to the model" summary={summaryOfPrompts(props.prompts)}>
      <PromptTemplateFields {...props} />
    </FoldedFields>
  );
}

/** How it draws. */
export function FoldedSampling(props: SamplingFieldsProps) {
  const { temperature, topP, topK, presencePenalty, maxTokens } = props.sampling;
  return (
    <FoldedFields
      title="Sampling"
      summary={`temperature ${String(temperature)}, top p ${String(topP)}, top k ${String(topK)}, presence ${String(presencePenalty)}, ${String(maxTokens)} tokens`}
    >
      <SamplingFields {...props} />
    </FoldedFields>
  );
}
