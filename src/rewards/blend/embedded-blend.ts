import { late, type RewardModelDescription } from '../../core/index.ts';
import {
  editionKept,
  editionSet,
  READS_WHOLE_FIELD,
} from '../preference-information/information-edition.ts';
import {
  preferenceInformation,
  preferenceInformationCalls,
  READS_OPENINGS,
} from '../preference-information/preference-information-scorer.ts';
import { answerFloorsCalls, FLOORS, type FloorsEdition } from '../floors/floors-edition.ts';
import { rubric, rubricKept } from '../rubric/rubric-scorer.ts';
import type { PointwiseScorer, ScorerSettings } from '../scorer-contract.ts';
import { valueOf, type SettingValues } from '../scorer-settings.ts';
import { EMBEDDED_BLEND, floorsOfVersion } from './blend-edition.ts';
import recipe from './embedded-blend.json' with { type: 'json' };

/** The floors that a run goes on with, or the latest; those of version 1 read whole responses and had none. */
const floorsSet = (values: SettingValues): FloorsEdition | null =>
  editionSet(values).version > 1 ? valueOf(values, FLOORS) : null;

const code = late('The blend', () => import('./make-embedded-blend.ts'));

export const embeddedBlend: PointwiseScorer = {
  id: EMBEDDED_BLEND.id,
  name: 'Blend for the embedded model',
  about:
    'The rubric and preference information, standardised and weighed as fitted on the tuning half of the preference set, less floors for what says nothing, doesn’t hang together or isn’t about the prompt; without a preference the rubric alone.',
  cost: `${READS_OPENINGS} One that takes up hardly a word of the prompt is read twice more.`,
  reads: 'policy',
  needs: 'score-text',
  comparesPairs: false,
  scalePerConditioning: true,
  alsoCalled: ['blend', 'embedded'],
  // Its parts are standardised: their mean is 0, and each deviates by its weight.
  usually: ({ preference, conditionedOn }) => {
    const isWished = conditionedOn === 'prompt-and-preference' && preference.trim() !== '';
    const parts = isWished ? recipe.opening.withPreference : recipe.withoutPreference;
    return { mean: 0, deviation: Math.hypot(...parts.map(({ weight }) => weight)) };
  },
  fields: [READS_WHOLE_FIELD],
  settingsKept,
  calls: (against, { values }) => {
    const calls = preferenceInformationCalls(against, editionSet(values));
    const floors = floorsSet(values);
    const hasMore = calls.length > 0 && floors !== null;
    return hasMore ? [...calls, ...answerFloorsCalls(against, floors)] : calls;
  },
  code,
  make: async ({ values }, { policy }) =>
    (await code.load()).embeddedBlendSet(values, floorsSet(values), await policy()),
};

/** A blend keeps the settings of its parts, each name after its part's. */
function settingsKept({
  settings,
  version: kept,
}: RewardModelDescription): Partial<ScorerSettings> {
  const { version, ...read } = partSettings(settings, preferenceInformation.id);
  const information = editionKept({ version: Number(version), settings: read });
  return {
    values: {
      ...information.values,
      ...rubricKept(partSettings(settings, rubric.id)),
      [FLOORS.id]: floorsOfVersion(kept),
    },
  };
}

type Settings = RewardModelDescription['settings'];

function partSettings(settings: Settings, part: string): Settings {
  const prefix = `${part}.`;
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
