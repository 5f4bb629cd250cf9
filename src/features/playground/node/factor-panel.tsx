import {
  factorsOnPath,
  findNode,
  nodeName,
  type ArmTree,
  type Factor,
  type NodeId,
} from '../../../core/index.ts';
import styles from './node.module.css';

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
  const product = productOf(factors);
  return (
    <section aria-label="Factors">
      <h3>How likely was this path?</h3>
      <p className={styles.symbols}>{factors.map(({ symbol }) => symbol).join(' · ')}</p>
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
              <td>{product === null ? '–' : product.toFixed(1)}</td>
              <td />
            </tr>
          </tfoot>
        )}
      </table>
      <p className={styles.note}>{logProbabilityOf ?? 'This engine gives no log-probabilities.'}</p>
    </section>
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
      <td>{logProbability === null ? '–' : logProbability.toFixed(1)}</td>
      <td>{logProbability === null ? '–' : (logProbability / tokenCount).toFixed(2)}</td>
    </tr>
  );
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
