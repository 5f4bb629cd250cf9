import { createCueCheck } from './cue-check.ts';

/** Rude and hateful words. */
export const toxicity = createCueCheck({
  id: 'toxicity',
  label: 'Insults and abuse',
  noun: 'insults or abuse',
  explanation:
    'Insults, swear words, contempt, threats and shouting in capitals; polite malice, stereotypes and irony are not measured.',
  cues: `idiot\\w* | stupid\\w* | moron\\w* | dumb\\w* | imbecile\\w* | fools? | foolish | loser\\w* | pathetic | worthless | useless | trash | garbage | scum | filth\\w* | disgust\\w* | ugly | fat | lazy | crazy | insane | lunatic\\w* | psycho\\w* | retard\\w* | clown\\w* | jerk\\w* | creep\\w* | coward\\w* | liar\\w* | pig | pigs | rat | rats | vermin | brainless | clueless | ignorant | hopeless | incompetent | ridiculous | laughable | joke | shut_up | screw_\\w+ | sucks? | crap\\w* | damn\\w* | hell | bloody | bastard\\w* | bitch\\w* | ass | asshole\\w* | arse\\w* | shit\\w* | bullshit | piss\\w* | fuck\\w* | dick\\w* | whore\\w* | slut\\w* | hate[sd]? | hateful | despise\\w* | loathe\\w* | kill | die | destroy_(?:him|her|them|you) | punch\\w* | get_lost | go_away | go_to_hell | drop_dead | what's_wrong_with_you | those_people | these_people | nobody_(?:likes|cares|wants) | no_one_(?:likes|cares) | deserve[sd]?_(?:it|to_suffer|what) | mess | terrible | awful | nonsense | whin\\w+ | grow_up | get_over_it | obviously | how_dare | embarrass\\w* | shame\\w* | blame\\w* | sick_of | waste_of`,
  signs: /\b[A-Z]{4,}(?:\s+[A-Z]{3,})+\b|!{2,}|[@#$%*]{3,}/g,
});
