import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Disclosure, Note } from '../../../ui/index.ts';
import type { PromptTemplateFieldsProps } from './prompt-template-fields.tsx';
import type { SamplingFieldsProps } from './sampling-fields.tsx';
import { summaryOfPrompts } from './shipped-prompts.ts';

type Fetched = typeof import('./fetched-fields.ts');

/** Fetched when it is opened: few change it, and nobody before they have seen a run. */
function fetched<Props>(choose: (fields: Fetched) => ComponentType<Props>) {
  return lazy(async () => {
    try {
      return { default: choose(await import('./fetched-fields.ts')) };
    } catch {
      return { default: NotFetched };
    }
  });
}

function NotFetched() {
  return <Note>This could not be fetched. Reload the page when the network is back.</Note>;
}

const PromptTemplateFields = fetched((fields) => fields.PromptTemplateFields);
const SamplingFields = fetched((fields) => fields.SamplingFields);

interface FoldedFieldsProps {
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}

function FoldedFields({ title, summary, children }: FoldedFieldsProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <Disclosure
      {...{ title, summary }}
      onOpen={() => {
        setOpened(true);
      }}
    >
      {wasOpened && (
        <Suspense fallback={<Note role="status">Fetching …</Note>}>{children}</Suspense>
      )}
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
