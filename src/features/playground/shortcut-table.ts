import type { Shortcut } from '../../ui/index.ts';

/** A key, and what it does in words. */
export interface ToldShortcut extends Shortcut {
  readonly does: string;
}

/** Every key that does something wherever the focus is: what listens to it and what tells it both read it here. */
export const SHORTCUTS = {
  run: { key: 'Enter', withControl: true, does: 'Run what is set up, from any field too' },
  stop: { key: 's', does: 'Stop what is being sampled' },
  play: { key: 'p', does: 'Play a finished run again; pause it' },
  step: { key: 'n', does: 'One step of it' },
  fewerDrafts: { key: ',', repeats: true, does: 'One draft fewer, one refinement more' },
  moreDrafts: { key: '.', repeats: true, does: 'One draft more, one refinement fewer' },
  layout: { key: 'l', does: 'The other layout of the picture' },
  keys: { key: '?', does: 'Show these keys' },
} as const satisfies Readonly<Record<string, ToldShortcut>>;
