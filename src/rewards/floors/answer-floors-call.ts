import type { ScoringCall } from '../../core/index.ts';
import { callOf } from '../preference-information/information-edition.ts';
import floors from './answer-floors.json' with { type: 'json' };

/** What the floors ask of the policy beside preference information: the opening out of nowhere, for some responses. */
export const ANSWER_FLOORS_CALL: ScoringCall = callOf([], floors.aboutness.tokens);
