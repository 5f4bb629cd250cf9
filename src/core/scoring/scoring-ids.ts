/** Stands for the run's own scorer, the one that chose its anchors. */
export const OWN_SCORING = 'own';

/** Stands for what people voted. */
export const VOTES_SCORING = 'votes';

/** How the ids of scorings begin that are made at once and not kept. */
export const AT_ONCE_SCORING = 'at-once:';

/** Whether the page gives an id itself, to what is no kept scoring: a kept one under it would take its place. */
export function isReservedScoringId(id: string): boolean {
  return id === OWN_SCORING || id === VOTES_SCORING || id.startsWith(AT_ONCE_SCORING);
}
