import type { Capabilities } from '../../core/index.ts';
import { formatBytes } from '../../ui/index.ts';
import styles from './models.module.css';

const WEBGPU: Readonly<Record<Capabilities['webgpu'], string>> = {
  hardware: 'yes',
  software: 'a software adapter only, slower than the processor itself',
  'no-adapter': 'the browser has it, but found no adapter',
  missing: 'not in this browser',
};

/** What was found out about this browser. */
export function CapabilityFacts({ capabilities }: { readonly capabilities: Capabilities }) {
  const { webgpu, adapter, shaderF16, maxBufferBytes, threads, logicalCores } = capabilities;
  const facts: [name: string, value: string][] = [
    ['WebGPU', adapter === null ? WEBGPU[webgpu] : `${WEBGPU[webgpu]} (${adapter})`],
    ['Half-precision shaders', shaderF16 ? 'yes' : 'no'],
    ['Largest buffer', maxBufferBytes === 0 ? '–' : formatBytes(maxBufferBytes)],
    ['Threads', threads ? `yes, ${String(logicalCores)} cores` : 'no: the page is not isolated'],
  ];
  return (
    <dl className={styles.capabilities}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
