import { createCueCheck } from './cue-check.ts';

/** Imagery. */
export const vividness = createCueCheck({
  id: 'vividness',
  label: 'Imagery',
  noun: 'imagery',
  explanation:
    'Comparisons and words of the senses, nature, light and movement; originality and beauty are not measured.',
  cues: `like_(?:an?|the|some|tiny|little|so_many|\\w+ing)_?\\w* | as_(?:if|though) | as_\\w+_as | imagine | picture | a_(?:sea|river|symphony|tapestry|dance|blanket|canvas|whisper|thread|garden|forest|storm|ocean|storyteller|stage|choir|chorus)_?(?:of)? | whisper\\w* | danc(?:e|es|ed|ing) | shimmer\\w* | glow\\w* | gleam\\w* | sparkl\\w+ | glitter\\w* | glint\\w* | flicker\\w* | blaz\\w+ | bloom\\w* | blossom\\w* | drift\\w* | drip\\w* | melt\\w* | crackl\\w+ | rustl\\w+ | hum | hums | humming | murmur\\w* | roar\\w* | sing | sings | singing | song | sang | sigh\\w* | kiss\\w* | cradl\\w+ | embrac\\w+ | wrap\\w* | weav\\w+ | woven | spill\\w* | swirl\\w* | curl\\w* | tumbl\\w+ | crash\\w* | wander\\w* | chas\\w+ | carv\\w+ | scent\\w* | fragran\\w+ | velvet\\w* | silk\\w* | honey\\w* | amber | crimson | scarlet | violet | indigo | emerald | azure | pearl\\w* | ink | ember\\w* | flame\\w* | frost\\w* | thunder\\w* | lightning | breeze\\w* | petal\\w* | feather\\w* | twilight | midnight | shadow\\w* | starlight | horizon | soul | bones | secret\\w* | dream\\w* | magic\\w* | silence | silent\\w* | hush\\w* | lantern\\w* | candle\\w* | icy | ghost\\w* | treasure\\w* | tender\\w* | hungry | restless | stubborn`,
  weakCues: `dew | fog | mist\\w* | snow\\w* | rain\\w* | storm\\w* | wind\\w* | ocean\\w* | sea | river\\w* | forest\\w* | leaf | leaves | bird\\w* | moon\\w* | sun | sunlight | sunrise | sunset | dawn | dusk | sky | star | stars | fire | ash | smoke\\w* | heart\\w* | cold | warm\\w* | soft\\w* | sweet\\w* | bitter | salt\\w* | taste\\w* | smell\\w* | ancient | wave\\w* | burn\\w* | gold\\w* | silver\\w* | wings? | breath\\w* | pour\\w* | tide\\w* | paint\\w* | stretch\\w* | lean\\w*`,
  half: 2,
});
