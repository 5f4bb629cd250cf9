import { createCueCheck } from './cue-check.ts';

/** Comparisons with something familiar. */
export const analogy = createCueCheck({
  id: 'analogy',
  label: 'Analogies',
  noun: 'analogies',
  explanation:
    'Phrases that compare, such as “think of it as”, “imagine”, “is like a”, and at a quarter of the weight things of daily life (own list); whether the comparison holds is not seen.',
  cues: `imagine | think_of | just_(?:like|as) | (?:is|are|it's|was|were|be|works?|acts?|behaves?|looks?|feels?|does|much|a_bit|a_lot|exactly|kind_of|sort_of|more|almost)_like | like_(?:an?|the|when|how|your|turning|putting|having|trying|pouring|asking|adding|reading|playing|building|\\w+ing) | similar_to | the_same_way | in_the_same_way | as_if | as_though | comparable_to | analog\\w+ | metaphor\\w* | resembl\\w+ | equivalent_of | pretend | as_\\w+_as_an? | serves_as | acts_as`,
  // Things of daily life: half of an analogy that says neither "like" nor "imagine".
  weakCues: `suppose | likewise | compare\\w* | picture | recipes? | kitchens? | cooks? | chef | oven | pan | pancakes? | dough | soup | knife | spoon | cupboard | drawers? | shel(?:f|ves) | desk | office | filing_cabinet | cleaners? | rubbish | librar(?:y|ian|ians|ies) | books? | roads? | lanes? | motorway | highway | junctions? | rush_hour | traffic | lorr(?:y|ies) | trucks? | cars? | bus | engine | wheels? | brakes? | garage | train | stations? | passengers? | rails? | pipes? | taps? | buckets? | bathtub | sponge | hose | leak\\w* | dam | bridge | ladder | stairs | doors? | doorman | windows? | walls? | rooms? | house | roof | keys? | locks? | guards? | gate | fence | castle | army | soldiers? | captain | ship | anchor | referee | goalkeeper | coach | team | players? | game | ball | chess | cards | dice | orchestra | conductor | choir | drum | postman | letters? | envelopes? | parcels? | mailbox | shops? | waiters? | restaurant | market | customers? | queue\\w* | crowd | party | guests? | bouncer | landlord | tenants? | neighbours? | neighbors? | wallet | piggy_bank | lego | puzzle | jigsaw | dominoes | toys? | hammer | nails? | toolbox | tools | blanket | sweater | coat | umbrella | mirror | magnet | battery | factory | workers | assembly_line | garden | gardener | seeds? | roots | branches | river | hill | snowball | avalanche | elastic | rubber_band | spring | balloon | glue | bricks? | scaffold\\w* | blueprint | map | compass | lighthouse | thermostat | alarm_clock`,
  half: 1.2,
});
