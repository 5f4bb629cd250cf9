import { type ReactNode, useSyncExternalStore } from 'react';
import type { Observable } from '../../../runs/index.ts';
import type { StudyView } from '../../../studies/index.ts';
import { Note } from '../../../ui/index.ts';
import { besideRunSentence } from './study-in-words.ts';

export interface StudyBesideRunProps {
  readonly view: Observable<StudyView>;
  /** Leads to the screen of studies. */
  readonly link: ReactNode;
}

/** What the playground says while a study is under way: it may be what the machine is busy with. */
export function StudyBesideRun({ view, link }: StudyBesideRunProps) {
  const sentence = useSyncExternalStore(view.subscribe, () =>
    besideRunSentence(view.getSnapshot()),
  );
  if (sentence === null) return null;
  return (
    <Note>
      {sentence} {link}
    </Note>
  );
}
