import { createCueCheck } from './cue-check.ts';

/** Surface signs of humour. */
export const humour = createCueCheck({
  id: 'humour',
  label: 'Signs of humour',
  noun: 'humour',
  explanation:
    'Surface signs only, after Mihalcea and Strapparava (2005): laughter, asides, comic exaggeration, mock drama, everyday animals and snacks, comparisons, emoji; whether it is funny, or a pun works, is not measured.',
  cues: `ha(?:ha)+ | hehe | lol | joke\\w* | joking | kidding | funny | hilarious\\w* | laugh\\w* | giggl\\w* | chuckl\\w* | pun | puns | punchline | comedy | comedian\\w* | silly | ridiculous\\w* | absurd\\w*
  | spoiler(?:_alert)? | plot_twist | trust_me | believe_me | let's_be_honest | let's_face_it | to_be_fair | congratulations | good_luck | bad_news | no_pressure | you're_welcome | dare_i_say | pro_tip | fun_fact | surprise | surprisingly_enough | rumou?r_has_it | legend_has_it | mind_you | god_forbid | heaven_forbid | alas | behold | voil[aà] | ta-?da | drumroll | oops | yikes | ouch | whoops | uh-oh | um | well, | oh, | ugh | nope | yep | darn
  | basically | literally | apparently | allegedly | suspiciously | dramatic\\w* | drama | diva\\w* | tantrum\\w* | grumpy | sulk\\w* | snob\\w* | smug\\w* | sneaky | fancy | glorified | notorious\\w* | infamous\\w* | existential | midlife_crisis | therap(?:y|ist) | nemesis | arch-?enemy | villain\\w* | superhero\\w* | ninja\\w* | pirate\\w* | wizard\\w* | zombie\\w* | dragon\\w* | alien\\w* | apocalypse | doom | witness_protection | conspir\\w+ | secretly | plotting | judg(?:e|es|ing)_you | jealous\\w* | rebel\\w*
  | cat | cats | kitten\\w* | dog | dogs | puppy | squirrel\\w* | hamster\\w* | goldfish | penguin\\w* | llama\\w* | goat\\w* | chicken\\w* | duck\\w* | pigeon\\w* | sloth\\w* | raccoon\\w* | monkey\\w* | potato\\w* | banana\\w* | pickle\\w* | pizza\\w* | taco\\w* | donut\\w* | doughnut\\w* | cheese\\w* | bacon | snack\\w* | nap | naps | sofa | couch | couch_potato | pajamas | pyjamas | sock | socks | underwear | toddler\\w* | mother-in-law | in-laws | uncle | grandma | ex | boss | homework | taxes | wi-?fi | netflix | monday\\w* | coffee
  | like_(?:an?|your|my|the|that|someone)_[\\w'-]+_[\\w'-]+ | as_\\w+_as_an? | (?:more|less)_\\w+_than_(?:an?|your|my) | the_kind_of_\\w+_that | unless_you\\w* | unless_of_course | nobody | not_to_mention | what_could_(?:possibly_)?go_wrong | or_so_i'm_told | or_worse | you_might_as_well | approximately_zero | exactly_zero | seventeen | forty-seven | a_million | a_thousand | gazillion | never_again | blame\\w* | bribe\\w* | beg | begging | scream\\w* | cry(?:ing)? | weep\\w* | panic\\w* | chaos | disaster | catastroph\\w+ | survive[sd]? | betray\\w* | regret\\w* | dignity | ego | pretend\\w* | snor\\w+ | burp\\w* | fart\\w* | stare[sd]? | staring`,
  signs:
    /!|\?\s*(?:no|yes|nope|exactly|me neither|same)\b|\((?=[^)\d]{12,}\))|\p{Emoji_Presentation}|[:;]-?\)/giu,
});
