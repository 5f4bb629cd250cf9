import { refines, type RunFacts } from '../run-facts.ts';

type TitleFacts = Pick<RunFacts, 'leaders'> & { readonly prs: Pick<RunFacts['prs'], 'winnerIs'> };

/** What a title may claim that the verdict of its run says too, and whether that is so. */
interface Claim {
  readonly says: RegExp;
  /** @param told the title, and what of it the claim is about */
  readonly holds: (
    facts: TitleFacts,
    told: { readonly title: string; readonly of: string },
  ) => boolean;
}

const CLAIMS: readonly Claim[] = [
  {
    says: /\bA (draft|refinement) wins/u,
    holds: ({ prs }, { of }) => prs.winnerIs === of,
  },
  {
    says: /\bwhere (.+) wins$/u,
    holds: ({ leaders }, { of }) => leaders.length === 1 && leaders[0]?.label === of,
  },
  {
    // What praises refining, where an arm of drafts alone leads, says that too.
    says: /best split|Refining without feedback ends/u,
    holds: ({ leaders }, { title }) =>
      leaders.some((leader) => refines(leader) || title.endsWith(`, where ${leader.label} wins`)),
  },
];

/** The claims of a title that the verdict of its run contradicts, or begins with the opposite of; as the title makes them. */
export function contradictions(title: string, facts: TitleFacts): readonly string[] {
  return CLAIMS.flatMap(({ says, holds }) => {
    const [claim, of = ''] = says.exec(title) ?? [];
    return claim === undefined || holds(facts, { title, of }) ? [] : [claim];
  });
}
