import { createCueCheck } from './cue-check.ts';

/** Rude and hateful words. */
export const toxicity = createCueCheck({
  id: 'toxicity',
  label: 'Insults and abuse',
  noun: 'insults or abuse',
  explanation:
    'Insults, swear words, contempt, threats and shouting in capitals (own list); polite malice, stereotypes and irony are not seen.',
  cues: `idiot\\w* | stupid\\w* | moron\\w* | dumb\\w* | imbecile\\w* | loser\\w* | pathetic | worthless | trash | garbage | scum | filth\\w* | disgust\\w* | lunatic\\w* | psycho\\w* | retard\\w* | clown\\w* | jerk\\w* | coward\\w* | liar\\w* | vermin | brainless | clueless | incompetent | laughable | shut_up | screw_\\w+ | sucks? | crap\\w* | damn\\w* | bastard\\w* | bitch\\w* | asshole\\w* | arse\\w* | shit\\w* | bullshit | piss\\w* | fuck\\w* | dick\\w* | whore\\w* | slut\\w* | hate[sd]? | hateful | despise\\w* | loathe\\w* | destroy_(?:him|her|them|you) | punch\\w* | get_lost | go_to_hell | drop_dead | what's_wrong_with_you | those_people | these_people | nobody_(?:likes|cares|wants) | no_one_(?:likes|cares) | deserve[sd]?_(?:it|to_suffer|what) | whin\\w+ | grow_up | get_over_it | how_dare | sick_of | waste_of`,
  weakCues: `nonsense | obviously | fat | lazy | blame\\w* | crazy | joke | mess | terrible | awful | die | kill | hell | shame\\w* | rat | rats | pig | pigs | ridiculous | embarrass\\w* | ugly | hopeless | ignorant | bloody | useless | creep\\w* | insane | fools? | foolish | ass | go_away`,
  signs: /\b[A-Z]{4,}(?:\s+[A-Z]{3,})+\b|!{2,}|[@#$%*]{3,}/g,
});
