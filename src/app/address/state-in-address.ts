import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import {
  FIRST_KEPT_FORM,
  type FormInAddress,
  formFromAddress,
  formToAddress,
  isSame as isSameForm,
  type KeptForm,
  type OwnForms,
  type OwnSetUp,
  readKeptForm,
  writeKeptForm,
} from '../../features/playground/index.ts';
import { useStableCallback } from '../../ui/index.ts';
import type { AddressBar, PageAddress } from './address-bar.ts';
import { createHistoryPlace } from './history-place.ts';

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
  /** Keeps what the person has set up. */
  readonly keep: (form: KeptForm) => void;
  /** Sets up what a run was made from: the person's own set-up is kept until they change it. */
  readonly take: (form: KeptForm) => void;
  /** The set-up that the person had before a link or a run brought another; null where there is none. */
  readonly own: OwnSetUp | null;
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
 *
 * @param hasRun whether a run of the person's own is on screen, which an address without one leaves there
 */
export function useStateInAddress(
  { address, keptForm }: StateInAddressParts,
  hasRun: boolean,
): StateInAddress {
  const [path] = useLocation();
  const [told, setTold] = useState(() => formFromAddress(address.read().words));
  const [shown, setShown] = useState(() => shownBy(address.read()));
  const { kept, keep, take, own } = useSetUp(keptForm, told);
  const [place] = useState(() => createHistoryPlace(path));
  const turn = useStableCallback((turned: PageAddress, isOpened: boolean) => {
    const isOfNode = place.turn(turned.path, isOpened);
    if (!isPlayground(turned.path)) return;
    setShown(shownBy(turned));
    // What was set up since a node was opened stays when it is closed.
    if (isOfNode) return;
    const told = formFromAddress(turned.words);
    setTold(told);
    // An address that tells nothing leaves the run on screen with the set-up that it was made from.
    if (told === null && hasRun && turned.path === '/') return;
    const form = told?.form ?? FIRST_KEPT_FORM;
    (isStep(kept, form) ? keep : take)(form);
  });
  useEffect(() => address.onTurn(turn), [address, turn]);
  useEffect(() => {
    const entry = place.isAt(path);
    if (isPlayground(path)) address.write({ path, words: wordsOf(kept, shown, path) }, entry);
  }, [address, place, path, kept, shown]);
  return {
    ...{ kept, take, own, shown },
    keep: (form) => {
      if (!isSameForm(form.split, kept.split)) place.step();
      keep(form);
    },
    show: (change) => {
      if (typeof change.node === 'string') place.open();
      setShown((before) => ({ ...before, ...change }));
    },
    tellsForm: told !== null,
    problems: told?.problems ?? [],
  };
}

/** Whether one is the other at another split: who takes that step back leaves the set-up whose it was. */
function isStep(kept: KeptForm, form: KeptForm): boolean {
  return isSameForm({ ...kept, split: form.split }, form);
}

/** What is set up, and whose it is. */
interface SetUp extends OwnForms {
  /** Whether the person has set it up, or changed it; else a link or a run has brought it. */
  readonly isOwn: boolean;
}

/** The set-up, and the person's own where a link or a run has brought another in its place. */
function useSetUp(
  keptForm: StateInAddressParts['keptForm'],
  told: FormInAddress | null,
): Pick<StateInAddress, 'kept' | 'keep' | 'take' | 'own'> {
  const [setUp, setSetUp] = useState(() => firstSetUp(readKeptForm(keptForm.read()), told));
  const keep = (form: KeptForm, before: KeptForm | null): void => {
    setSetUp({ form, before, isOwn: true });
    keptForm.write(writeKeptForm({ form, before }));
  };
  const take = useCallback((form: KeptForm) => {
    setSetUp((now) => taken(now, form));
  }, []);
  return {
    kept: setUp.form,
    keep: (changed) => {
      if (isPlayed(setUp, changed)) setSetUp({ ...setUp, form: changed });
      else keep(changed, setUp.before);
    },
    take,
    own: isOffered(setUp) ? ownSetUp(setUp, keep) : null,
  };
}

/** What an address tells comes before what was kept, and doesn't replace it. */
function firstSetUp(kept: OwnForms | null, told: FormInAddress | null): SetUp {
  const own = { form: FIRST_KEPT_FORM, before: null, ...kept, isOwn: true };
  return told === null ? own : taken(own, told.form);
}

/** Another set-up in place of the person's own, which is not lost. */
function taken(now: SetUp, form: KeptForm): SetUp {
  if (isSameForm(now.form, form)) return now;
  return { form, before: now.isOwn ? now.form : now.before, isOwn: false };
}

/** Whether what a link or a run brought is only looked at, at other splits or with other arms: that makes it nobody's own. */
function isPlayed({ form, isOwn }: SetUp, changed: KeptForm): boolean {
  return !isOwn && isSameForm({ ...changed, split: form.split, arms: form.arms }, form);
}

function ownSetUp(
  { form, before }: SetUp & { readonly before: KeptForm },
  keep: (form: KeptForm, before: null) => void,
): OwnSetUp {
  return {
    goBack: () => {
      keep(before, null);
    },
    forget: () => {
      keep(form, null);
    },
  };
}

/** Whether there is a set-up of the person's own to go back to. */
function isOffered(setUp: SetUp): setUp is SetUp & { readonly before: KeptForm } {
  const { form, before } = setUp;
  return before !== null && !isSameForm(before, form) && !isSameForm(before, FIRST_KEPT_FORM);
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
