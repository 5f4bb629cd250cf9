import { latePart } from '../../../ui/index.ts';
import type { WhilePlayedProps } from './while-played.tsx';

/** What can be done while a run is told again: fetched when Play is pressed. */
export const { Part: WhilePlayed } = latePart<WhilePlayedProps>(
  async () => (await import('./while-played.tsx')).WhilePlayed,
  'Speed and End could not be fetched. Reload the page when the network is back.',
);
