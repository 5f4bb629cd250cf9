import {
  armLabel,
  type ArmTree,
  type Factor,
  factorsOnPath,
  findNode,
  type NodeId,
  nodeName,
  type PolicyDescription,
  type SamplingSetting,
  type TreeNode,
  otherConditioning,
  type Reward,
  type RewardModelDescription,
} from '../../../core/index.ts';
import { findScorer } from '../../../rewards/index.ts';
import { formatCount, formatSeconds, Note, formatReward, Problem } from '../../../ui/index.ts';
import styles from './node.module.css';
import { ContributionBars, contributionRange } from '../../../viz/index.ts';

export interface FactorPanelProps {
  readonly arm: ArmTree;
  readonly nodeId: NodeId;
  /** Which distribution the engine's log-probabilities are of; null where it gives none. */
  readonly logProbabilityOf: string | null;
}

/** p(y0 | x, z) · p(f | x, z, y0*) · p(y1 | x, z, y0*, f) along the path to a node, as measured. */
export function FactorPanel({ arm, nodeId, logProbabilityOf }: FactorPanelProps) {
  const factors = factorsOnPath(arm, nodeId);
  if (factors.length === 0) return null;
  const isKept = factors.some(({ tokenCount }) => tokenCount > 0);
  return (
    <section aria-label="Factors">
      <h3>How likely was this path?</h3>
      <p className={styles.symbols}>{factors.map(({ symbol }) => symbol).join(' · ')}</p>
      {isKept ? <FactorTable arm={arm} factors={factors} /> : null}
      <Note>
        {isKept
          ? (logProbabilityOf ?? 'This engine gives no log-probabilities.')
          : 'This run is kept without its tokens, so it isn’t known how likely they were.'}
      </Note>
    </section>
  );
}

interface FactorTableProps {
  readonly arm: ArmTree;
  readonly factors: readonly Factor[];
}

function FactorTable({ arm, factors }: FactorTableProps) {
  const product = productOf(factors);
  return (
    <table className={styles.numbers}>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          <th scope="col">Tokens</th>
          <th scope="col">ln p</th>
          <th scope="col">per token</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <FactorRow key={factor.nodeId} factor={factor} name={nameOf(arm, factor.nodeId)} />
        ))}
      </tbody>
      {factors.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">Product</th>
            <td>{sumOf(factors.map(({ tokenCount }) => tokenCount))}</td>
            <td>{product === null ? '–' : figures(product, 1)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function FactorRow({ factor, name }: { readonly factor: Factor; readonly name: string }) {
  const { symbol, tokenCount, logProbability } = factor;
  return (
    <tr>
      <th scope="row">
        {symbol} <small>{name}</small>
      </th>
      <td>{tokenCount}</td>
      <td>{logProbability === null ? '–' : figures(logProbability, 1)}</td>
      <td>{logProbability === null ? '–' : figures(logProbability / tokenCount, 2)}</td>
    </tr>
  );
}

/** With a real minus sign, as rewards have. */
function figures(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', '−');
}

function nameOf(arm: ArmTree, nodeId: NodeId): string {
  const node = findNode(arm, nodeId);
  return node === null ? '' : nodeName(node, arm);
}

/** The logarithm of the product; null where a factor is not known. */
function productOf(factors: readonly Factor[]): number | null {
  const known = factors.flatMap(({ logProbability }) => logProbability ?? []);
  return known.length === factors.length ? sumOf(known) : null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

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
  const { usage, startedAt, finishedAt, attempt, finishReason } = progress;
  const cached =
    usage.cachedPromptTokens === null
      ? ''
      : `, ${formatCount(usage.cachedPromptTokens)} of them from cache`;
  const about = usage.isEstimate === true ? 'not told; about ' : '';
  return (
    <>
      <Fact name="Prompt" value={`${about}${formatCount(usage.promptTokens)} tokens${cached}`} />
      <Fact name="Answer" value={`${about}${formatCount(usage.completionTokens)} tokens`} />
      {finishReason === 'unknown' && <Fact name="Ended" value="the server doesn’t say why" />}
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

export interface NodeRewardProps {
  readonly arm: ArmTree;
  readonly node: TreeNode;
  readonly rewardModel: RewardModelDescription;
}

/** How good the response is, and why that good. */
export function NodeReward({ arm, node, rewardModel }: NodeRewardProps) {
  const { scoring } = node;
  if (scoring.status === 'unscored') return <Note>No reward yet.</Note>;
  if (scoring.status === 'failed') {
    return <Problem>Not scored: {scoring.message}</Problem>;
  }
  const { reward, otherReward, otherProblem } = scoring;
  return (
    <section aria-label="Reward">
      <h3>
        Reward <span className={styles.number}>{formatReward(reward.value)}</span>
      </h3>
      <Note>
        By {rewardModel.name} (version {rewardModel.version}), reading the response against{' '}
        {readAgainst(reward)}.
        {otherReward !== null &&
          ` Against ${readAgainst(otherReward)} it is ${formatReward(otherReward.value)}.`}
      </Note>
      {otherProblem !== undefined && (
        <Problem>
          Not scored against {otherReadAgainst(reward)}: {otherProblem}
        </Problem>
      )}
      <ContributionBars
        breakdown={reward.breakdown}
        range={contributionRange(arm)}
        aboutOf={aboutPart}
      />
      <Note>Bars are to one scale for all responses of {armLabel(arm.arm)}.</Note>
    </section>
  );
}

/** What a part that is a scorer by itself says that it measures, as the parts of a blend are. */
function aboutPart(id: string): string | null {
  return findScorer(id)?.about ?? null;
}

function readAgainst({ conditionedOn }: Pick<Reward, 'conditionedOn'>): string {
  return conditionedOn === 'prompt' ? 'the prompt alone' : 'prompt and preference';
}

function otherReadAgainst({ conditionedOn }: Reward): string {
  return readAgainst({ conditionedOn: otherConditioning(conditionedOn) });
}
