import { isGreedy } from '../policy.ts';
import { ARM_TRAITS, type Arm } from './arms.ts';
import { promptSizes } from './estimate-cost.ts';
import { reflects } from './make-arm.ts';
import { marksIn } from './model-marks.ts';
import { feedbackOnTwo, type PromptTemplates, type RequestLayout } from './prompt-templates.ts';
import type { RunPlan } from './run-plan.ts';

/** What is known, before a run, of the model that is to write it. */
export interface KnownModel {
  /** Prompt and answer together, in tokens; null where it isn't known. */
  readonly contextTokens: number | null;
  /** Whether its file brings no chat template, so that ChatML is assumed; false where it isn't known. */
  readonly lacksChatTemplate: boolean;
}

/**
 * What a person would otherwise find out only after the run, a sentence each, with what to do about it. None keeps a run from
 * being started: lengths in tokens are estimates, and all else works, if not as one may have thought.
 */
export function runWarnings(plan: RunPlan, model: KnownModel): readonly string[] {
  return [
    ...equalTexts(plan),
    ...roomInContext(plan, model.contextTokens ?? USUAL_CONTEXT),
    ...templateWarnings(plan),
    ...(model.lacksChatTemplate ? [CHAT_ML_ASSUMED] : []),
    ...typedMarks(plan),
  ];
}

/** Tokens that a model is given here at most where it doesn't say how many it reads. */
const USUAL_CONTEXT = 4096;

const CHAT_ML_ASSUMED =
  'This model’s file says nothing of how a chat is written, so ChatML is assumed: answers may be poor, or not end. A file with a chat template is better.';

function equalTexts({ sampling, arms }: RunPlan): readonly string[] {
  const choosesAlone = isGreedy(sampling) || sampling.topK === 1;
  if (!choosesAlone || !arms.some(({ split }) => split.some((part) => part > 1))) return [];
  const cause = isGreedy(sampling) ? 'Temperature 0' : 'Top k 1';
  return [
    `${cause} always takes the likeliest token: all drafts of an arm will be equal, and so will its refinements. Raise it to have something to choose from.`,
  ];
}

/** The first thing that finds no room, of what is asked for in the order of a run. */
function roomInContext(plan: RunPlan, context: number): readonly string[] {
  const sizes = plan.arms.map((arm) => promptSizes(arm, plan));
  const most = (key: keyof (typeof sizes)[number]): number =>
    Math.max(0, ...sizes.map((each) => each[key]));
  const draft = most('draft');
  const reads = `this model reads ${figure(context)}, its answer included`;
  if (draft >= context) {
    return [
      `The prompt takes about ${figure(draft)} tokens, and ${reads}: it won’t fit. Shorten it, or choose a model with a larger context.`,
    ];
  }
  if (draft + plan.sampling.maxTokens > context) {
    return [
      `The prompt takes about ${figure(draft)} tokens, and ${reads}: answers will be cut off after about ${figure(context - draft)} tokens.`,
    ];
  }
  const reflecting = Math.max(...plan.arms.map((arm, at) => longestReflection(arm, sizes[at])), 0);
  if (reflecting + plan.sampling.maxTokens <= context) return [];
  const come =
    reflecting < context
      ? `may be cut off after about ${figure(context - reflecting)} tokens`
      : 'may fail';
  return [
    `With a draft of full length and its feedback a prompt takes about ${figure(reflecting)} tokens, and ${reads}: refinements ${come}. Shorten the prompt or the answers (“Max tokens”).`,
  ];
}

type Sizes = ReturnType<typeof promptSizes>;

function longestReflection(arm: Arm, sizes: Sizes | undefined): number {
  if (sizes === undefined || !reflects(arm)) return 0;
  return ARM_TRAITS[arm.kind].feedback === 'none'
    ? sizes.afterAnchor
    : Math.max(sizes.feedback, sizes.afterFeedback);
}

type TemplateName = Exclude<keyof PromptTemplates, 'layout' | 'example'>;

const TEMPLATE_NAMES: Readonly<Record<TemplateName, string>> = {
  feedback: 'The prompt that asks for feedback',
  feedbackOnTwo: 'The prompt that asks for feedback on two answers',
  refinement: 'The prompt that asks for a refinement',
  refinementWithoutFeedback: 'The prompt that asks for a refinement without feedback',
};

/** What each request should name: a chat has said the rest of it before. */
const NEEDED: Readonly<
  Record<RequestLayout, Readonly<Record<TemplateName, readonly Placeholder[]>>>
> = {
  chat: {
    feedback: ['preference'],
    feedbackOnTwo: ['preference', 'rejected'],
    refinement: ['prompt', 'preference'],
    refinementWithoutFeedback: ['prompt', 'preference'],
  },
  'one-turn': {
    feedback: ['prompt', 'preference', 'response'],
    feedbackOnTwo: ['prompt', 'preference', 'response', 'rejected'],
    refinement: ['prompt', 'preference', 'response', 'feedback'],
    refinementWithoutFeedback: ['prompt', 'preference', 'response'],
  },
};

const PLACEHOLDERS = {
  prompt: 'the question',
  preference: 'the preference',
  response: 'the answer that it is about',
  rejected: 'the worse answer',
  feedback: 'the feedback',
} as const;

type Placeholder = keyof typeof PLACEHOLDERS;

function templateWarnings({ arms, prompts }: RunPlan): readonly string[] {
  return templatesUsed(arms).flatMap((name) => {
    const template = name === 'feedbackOnTwo' ? feedbackOnTwo(prompts) : prompts[name];
    const called = TEMPLATE_NAMES[name];
    if (template.trim() === '') return [`${called} is empty: the model is asked for nothing.`];
    const held = placeholdersIn(template);
    const lost = NEEDED[prompts.layout ?? 'chat'][name].filter((each) => !held.includes(each));
    const unknown = held.filter((each) => !(each in PLACEHOLDERS));
    return [
      ...lost.map(
        (each) =>
          `${called} has lost its {${each}}: the model isn’t told ${PLACEHOLDERS[each]} there.`,
      ),
      ...unknown.map(
        (each) => `${called} holds {${each}}, which stands for nothing: it is sent as it is.`,
      ),
    ];
  });
}

function templatesUsed(arms: readonly Arm[]): readonly TemplateName[] {
  const reflecting = arms.filter(reflects);
  const isWithout = ({ kind }: Arm): boolean => ARM_TRAITS[kind].feedback === 'none';
  const isOnTwo = ({ kind }: Arm): boolean => ARM_TRAITS[kind].feedbackReadsRejected === true;
  return [
    ...(reflecting.some(isOnTwo) ? (['feedbackOnTwo'] as const) : []),
    ...(reflecting.every(isWithout) ? [] : (['feedback', 'refinement'] as const)),
    ...(reflecting.some(isWithout) ? (['refinementWithoutFeedback'] as const) : []),
  ];
}

function placeholdersIn(template: string): readonly string[] {
  const found = [...template.matchAll(/\{([a-z][a-z ]{0,30})\}/gi)];
  return [...new Set(found.map(([, name = '']) => name))];
}

function typedMarks({ prompt, preference, prompts }: RunPlan): readonly string[] {
  const { feedback, refinement, refinementWithoutFeedback } = prompts;
  const reflecting = [feedback, prompts.feedbackOnTwo ?? '', refinement, refinementWithoutFeedback];
  const texts = [prompt, preference, ...reflecting];
  const marks = [...new Set(texts.flatMap((text) => marksIn(text)))];
  if (marks.length === 0) return [];
  const shown = marks.slice(0, MOST_SHOWN).map((mark) => `“${mark}”`);
  const more = marks.length > MOST_SHOWN ? ' and others' : '';
  return [
    `${shown.join(', ')}${more}: models tell turns and thoughts apart by such marks. What you type is sent as plain text, not as a mark.`,
  ];
}

const MOST_SHOWN = 3;

/** As people read it, for example "4,096". */
function figure(count: number): string {
  return count.toLocaleString('en');
}
