import type { ModelSize, StoredRun } from '../../core/index.ts';
import {
  formFor,
  formToAddress,
  type KeptForm,
  keptOf,
  setUpToShare,
} from '../../features/playground/index.ts';
import { FIRST_RECORDED } from '../../queries/index.ts';
import { isBusy, type RunController } from '../../runs/index.ts';
import { type CopiedText, CopyButton } from '../../ui/index.ts';
import { type AddressBar, formatAddress, type PageAddress } from './address-bar.ts';
import { SHARED_PATH } from './state-in-address.ts';

/** Packs runs for links. */
export interface RunLinks {
  /** Null where it would be too long for a link. */
  readonly pack: (run: StoredRun) => Promise<string | null>;
}

export interface CopyLinkProps {
  readonly of: {
    readonly runLinks: RunLinks;
    readonly controller: Pick<RunController, 'view' | 'runOnScreen'>;
    readonly address: Pick<AddressBar, 'read'>;
  };
  /** What is set up, for a model of which size. */
  readonly kept: KeptForm;
  readonly size: ModelSize;
}

const REFUSED = 'Not copied: this browser doesn’t let the page. The address bar holds the set-up.';

/** Copies an address that shows others what is on screen: the set-up, and the run itself where that is small. */
export function CopyLink(props: CopyLinkProps) {
  return <CopyButton label="Copy link" copied={() => copiedLink(props)} refused={REFUSED} />;
}

async function copiedLink(props: CopyLinkProps): Promise<CopiedText> {
  const { of, kept } = props;
  const { controller, address } = of;
  const run = isBusy(controller.view.getSnapshot()) ? null : controller.runOnScreen();
  if (run !== null) return linkToRun(run, props);
  const { path, words } = address.read();
  const isItself = path.startsWith('/recorded/') || path === SHARED_PATH;
  const shown = [...words].filter(([word]) => isItself || word !== 'run');
  const told = new Map([...shown, ...formToAddress(kept)]);
  // Where nothing was set up the first recorded run is on screen; whoever has set up something else wouldn't see it at "/".
  const isFirst = !isItself && told.size === 0;
  const named = isItself ? path : isFirst ? `/recorded/${FIRST_RECORDED}` : '/';
  const leadsTo = named.startsWith('/recorded/') ? 'leads to the recorded run' : 'tells the set-up';
  return { text: linkTo({ path: named, words: told }), said: `Copied: the link ${leadsTo}.` };
}

async function linkToRun(
  run: StoredRun,
  { of: { runLinks, address }, kept, size }: CopyLinkProps,
): Promise<CopiedText> {
  const shared = keptOf(setUpToShare(run.header, formFor(kept, size)), size);
  const setUp = new Map(formToAddress(shared));
  // What packs it may be out of reach.
  const packed = await runLinks.pack(run).catch(() => null);
  if (packed === null)
    return {
      text: linkTo({ path: '/', words: setUp }),
      said: 'Copied: the link tells the set-up. The run doesn’t go into one: export it to send it.',
    };
  const shown = [...address.read().words].filter(([word]) => word === 'layout' || word === 'node');
  return {
    text: linkTo({ path: SHARED_PATH, words: new Map([...setUp, ...shown, ['run', packed]]) }),
    said: 'Copied: the link holds the run itself, its texts and rewards.',
  };
}

function linkTo(address: PageAddress): string {
  return new URL(formatAddress(address), window.location.href).href;
}
