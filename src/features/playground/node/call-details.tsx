import type { PolicyDescription, SamplingSetting, TreeNode } from '../../../core/index.ts';
import { formatCount, formatSeconds } from '../../../ui/index.ts';
import styles from './node.module.css';

export interface CallDetailsProps {
  readonly node: TreeNode;
  readonly policy: PolicyDescription;
}

const SETTING_NAMES: Readonly<Record<SamplingSetting, string>> = {
  temperature: 'temperature',
  topP: 'top p',
  topK: 'top k',
  presencePenalty: 'presence penalty',
  maxTokens: 'max tokens',
};

/** How the node was sampled and what it cost. */
export function CallDetails({ node, policy }: CallDetailsProps) {
  return (
    <section aria-label="Call">
      <h3>How it was sampled</h3>
      <dl className={styles.facts}>
        <Fact name="Model" value={`${policy.name} · ${policy.engine} · ${policy.device}`} />
        <Fact name="Seed" value={String(node.seed)} />
        {samplingFacts(node, policy)}
        {costFacts(node)}
      </dl>
    </section>
  );
}

function samplingFacts({ progress }: TreeNode, { ignoredSettings }: PolicyDescription) {
  const sampling = 'sampling' in progress ? progress.sampling : undefined;
  if (sampling === undefined) return null;
  const settings = (Object.keys(SETTING_NAMES) as SamplingSetting[]).filter(
    (setting) => !ignoredSettings.includes(setting),
  );
  const used = settings.map((setting) => `${SETTING_NAMES[setting]} ${String(sampling[setting])}`);
  const ignored = ignoredSettings.map((setting) => SETTING_NAMES[setting]);
  return (
    <>
      <Fact name="Sampling" value={used.join(', ')} />
      {ignored.length > 0 && (
        <Fact name="Not used" value={`${ignored.join(', ')}: this engine has no such setting`} />
      )}
    </>
  );
}

function costFacts({ progress }: TreeNode) {
  if (progress.status !== 'finished') return null;
  const { usage, startedAt, finishedAt, attempt } = progress;
  const cached =
    usage.cachedPromptTokens === null
      ? ''
      : `, ${formatCount(usage.cachedPromptTokens)} of them from cache`;
  return (
    <>
      <Fact name="Prompt" value={`${formatCount(usage.promptTokens)} tokens${cached}`} />
      <Fact name="Answer" value={`${formatCount(usage.completionTokens)} tokens`} />
      <Fact name="Time" value={formatSeconds((finishedAt - startedAt) / 1000)} />
      {attempt > 1 && <Fact name="Attempt" value={`${String(attempt)}: the engine was lost`} />}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
