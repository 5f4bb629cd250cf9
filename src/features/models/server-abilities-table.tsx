import type { ForcedDecoding, ServerAbilities, SettingSupport } from '../../core/index.ts';
import { DataTable, formatCount } from '../../ui/index.ts';

const SUPPORT: Readonly<Record<SettingSupport, string>> = {
  obeyed: 'yes',
  ignored: 'taken and not obeyed: runs say that it was not used',
  refused: 'no: runs say that it was not used',
};

const FORCED: Readonly<Record<ForcedDecoding, string>> = {
  'prompt-logprobs': 'yes, in one request',
  'token-by-token': 'yes, by a request for each token',
  none: 'no',
};

/** What a server was found able to do with a model. */
export function ServerAbilitiesTable({ abilities }: { readonly abilities: ServerAbilities }) {
  return (
    <DataTable label="What the server can do">
      <caption>Found out just now, by asking</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(abilities).map(([what, found]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{found}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function rowsOf(abilities: ServerAbilities): readonly (readonly [what: string, found: string])[] {
  const { software, answersAs, contextTokens, likeliestTokens } = abilities;
  return [
    ['Server', software ?? 'doesn’t say'],
    ['Answers as', answersAs ?? 'doesn’t say'],
    [
      'Context',
      contextTokens === null
        ? 'doesn’t say; taken for 8,192 tokens'
        : `${formatCount(contextTokens)} tokens`,
    ],
    ['The same text for the same seed', yesOrNo(abilities.seed)],
    ['Top k', SUPPORT[abilities.topK]],
    ['Presence penalty', SUPPORT[abilities.presencePenalty]],
    ['Log-probabilities', yesOrNo(abilities.logProbabilities)],
    [
      'Likeliest tokens',
      likeliestTokens === 0 ? 'no' : `${String(likeliestTokens)} of 5 asked for`,
    ],
    ['Reads how likely a given text is', FORCED[abilities.forcedDecoding]],
    ['Tokens of a call', abilities.usage ? 'told' : 'not told: runs show estimates'],
    ['Tokens from its cache', abilities.cachedTokens ? 'told' : 'not told'],
  ];
}

function yesOrNo(can: boolean): string {
  return can ? 'yes' : 'no';
}
