import { createContext, use, useEffect, useState } from 'react';
import { messageOf } from '../../core/index.ts';
import {
  createWorkshop,
  THREAD_WORKSHOP,
  type WorkName,
  type Works,
  type Workshop,
} from '../../studies/index.ts';

/** Where figures are worked out: in the page's own thread where nothing else is given. */
export const WorkshopContext = createContext<Workshop>(THREAD_WORKSHOP);

/** A workshop for as long as a screen is shown. */
export function useOwnWorkshop(): Workshop {
  const [workshop] = useState(createWorkshop);
  useEffect(
    () => () => {
      workshop.close();
    },
    [workshop],
  );
  return workshop;
}

/** What is wished for: the same object while the same is. */
export interface Wish<Name extends WorkName, About> {
  readonly asked: Works[Name]['asked'];
  /** What is shown with it. */
  readonly about: About;
}

/** What was worked out last, and whether something else is being worked out. */
export interface Worked<Name extends WorkName, About> {
  /** May be behind what is asked by now; null before the first. */
  readonly shown: { readonly made: Works[Name]['made']; readonly about: About } | null;
  readonly isWorking: boolean;
  /** A sentence; null where there is no problem. */
  readonly problem: string | null;
}

/** Works something out beside the page's thread. Another wish takes the place of one that isn't worked out yet. */
export function useWorked<Name extends WorkName, About>(
  name: Name,
  wish: Wish<Name, About>,
): Worked<Name, About> {
  const workshop = use(WorkshopContext);
  const [{ of, ...state }, setState] = useState<State<Name, About>>(NOTHING);
  useEffect(() => {
    const turn = new AbortController();
    const { asked, about } = wish;
    const tell = (told: Omit<State<Name, About>, 'of'>): void => {
      if (!turn.signal.aborted) setState({ ...told, of: wish });
    };
    workshop.work(name, asked, turn.signal).then(
      (made) => {
        tell({ shown: { made, about }, problem: null });
      },
      (error: unknown) => {
        tell({ shown: null, problem: messageOf(error) });
      },
    );
    return () => {
      turn.abort();
    };
  }, [workshop, name, wish]);
  return { ...state, isWorking: of !== wish };
}

interface State<Name extends WorkName, About> extends Omit<Worked<Name, About>, 'isWorking'> {
  /** The wish that it came of. */
  readonly of: Wish<Name, About> | null;
}

const NOTHING = { shown: null, problem: null, of: null };
