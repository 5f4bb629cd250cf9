import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import {
  FIRST_KEPT_FORM,
  type FormInAddress,
  formFromAddress,
  formToAddress,
  type KeptForm,
  readKeptForm,
  writeKeptForm,
} from '../../features/playground/index.ts';
import type { AddressBar, PageAddress } from './address-bar.ts';

/** What of the screen the address holds beside the set-up. From anywhere: whoever uses a word checks it. */
export interface ShownInAddress {
  /** Of the picture. */
  readonly layout: string | null;
  /** "prs/draft-3": the arm and the node that is open. */
  readonly node: string | null;
  /** Id of the offer that is chosen; null for the one that suits the browser. */
  readonly model: string | null;
  /** A whole run, packed. */
  readonly run: string | null;
}

export interface StateInAddress {
  readonly kept: KeptForm;
  readonly keep: (form: KeptForm) => void;
  readonly shown: ShownInAddress;
  readonly show: (change: Partial<ShownInAddress>) => void;
  /** Whether the address told a set-up when the page came to it. */
  readonly tellsForm: boolean;
  /** What of the address can't be used, each a sentence. */
  readonly problems: readonly string[];
}

interface StateInAddressParts {
  readonly address: AddressBar;
  /** What was set up and not run yet, kept over a reload; read back it is hostile. */
  readonly keptForm: { read(): unknown; write(value: unknown): void };
}

/**
 * What is set up, and what of the screen is shown: as the address tells, else as it was left here. The address follows it, and it
 * follows Back and Forward.
 */
export function useStateInAddress({ address, keptForm }: StateInAddressParts): StateInAddress {
  const [path] = useLocation();
  const [told, setTold] = useState<FormInAddress | null>(() =>
    formFromAddress(address.read().words),
  );
  const [shown, setShown] = useState(() => shownBy(address.read()));
  const [kept, setKept] = useState(
    () => told?.form ?? readKeptForm(keptForm.read()) ?? FIRST_KEPT_FORM,
  );
  useEffect(
    () =>
      address.onTurn((turned) => {
        if (!isPlayground(turned.path)) return;
        const form = formFromAddress(turned.words);
        setTold(form);
        setKept(form?.form ?? FIRST_KEPT_FORM);
        setShown(shownBy(turned));
      }),
    [address],
  );
  useEffect(() => {
    if (isPlayground(path)) address.write({ path, words: wordsOf(kept, shown, path) });
  }, [address, path, kept, shown]);
  return {
    kept,
    keep: (changed) => {
      setKept(changed);
      keptForm.write(writeKeptForm(changed));
    },
    shown,
    show: (change) => {
      setShown((before) => ({ ...before, ...change }));
    },
    tellsForm: told !== null,
    problems: told?.problems ?? [],
  };
}

/** Where what is set up stands on the screen. */
function isPlayground(path: string): boolean {
  return path === '/' || path === SHARED_PATH || /^\/(run|recorded)\/[^/]+$/.test(path);
}

/** The address of a run that is in the address itself. */
export const SHARED_PATH = '/shared';

function shownBy({ path, words }: PageAddress): ShownInAddress {
  const word = (name: string): string | null => words.get(name) ?? null;
  return {
    layout: wordLike(/^order$/, word('layout')),
    node: wordLike(/^[\w-]{1,60}\/[\w-]{1,60}$/, word('node')),
    model: wordLike(/^[\w.-]{1,100}$/, word('model')),
    run: path === SHARED_PATH ? word('run') : null,
  };
}

/** What can be none of it isn't kept in the address either. */
function wordLike(pattern: RegExp, word: string | null): string | null {
  return word !== null && pattern.test(word) ? word : null;
}

function wordsOf(
  kept: KeptForm,
  { run, ...shown }: ShownInAddress,
  path: string,
): PageAddress['words'] {
  const all = { ...shown, run: path === SHARED_PATH ? run : null };
  return new Map([
    ...formToAddress(kept),
    ...Object.entries(all).flatMap(([word, text]) =>
      text === null ? [] : [[word, text] as const],
    ),
  ]);
}
