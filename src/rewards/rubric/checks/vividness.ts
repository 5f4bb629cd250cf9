import { createCueCheck } from './cue-check.ts';

/** Imagery. */
export const vividness = createCueCheck({
  id: 'vividness',
  label: 'Imagery',
  noun: 'imagery',
  explanation:
    'Comparisons and words of the senses, nature, light and movement; originality and beauty are not measured.',
  cues: `like_(?:an?|the|some|tiny|little|so_many|\\w+ing)_?\\w* | as_(?:if|though) | as_\\w+_as | imagine | picture | a_(?:sea|river|symphony|tapestry|dance|blanket|canvas|whisper|thread|garden|forest|storm|ocean|storyteller|stage|choir|chorus)_?(?:of)? | whisper\\w* | danc(?:e|es|ed|ing) | shimmer\\w* | glow\\w* | gleam\\w* | sparkl\\w+ | glitter\\w* | glint\\w* | flicker\\w* | blaz\\w+ | burn\\w* | bloom\\w* | blossom\\w* | drift\\w* | drip\\w* | melt\\w* | crackl\\w+ | rustl\\w+ | hum | hums | humming | murmur\\w* | roar\\w* | sing | sings | singing | song | sang | sigh\\w* | breath\\w* | kiss\\w* | cradl\\w+ | embrac\\w+ | wrap\\w* | weav\\w+ | woven | spill\\w* | pour\\w* | swirl\\w* | curl\\w* | tumbl\\w+ | crash\\w* | wander\\w* | chas\\w+ | carv\\w+ | paint\\w* | scent\\w* | fragran\\w+ | smell\\w* | taste\\w* | sweet\\w* | bitter | salt\\w* | velvet\\w* | silk\\w* | honey\\w* | gold\\w* | silver\\w* | amber | crimson | scarlet | violet | indigo | emerald | azure | pearl\\w* | ink | ember\\w* | flame\\w* | fire | ash | smoke\\w* | mist\\w* | fog | dew | frost\\w* | snow\\w* | rain\\w* | thunder\\w* | lightning | storm\\w* | wind\\w* | breeze\\w* | tide\\w* | wave\\w* | ocean\\w* | sea | river\\w* | forest\\w* | leaf | leaves | petal\\w* | feather\\w* | wings? | bird\\w* | moon\\w* | sun | sunlight | sunrise | sunset | dawn | dusk | twilight | midnight | shadow\\w* | star | stars | starlight | sky | horizon | heart\\w* | soul | bones | secret\\w* | dream\\w* | magic\\w* | silence | silent\\w* | soft\\w* | hush\\w* | ancient | lantern\\w* | candle\\w* | warm\\w* | cold | icy | ghost\\w* | treasure\\w* | tender\\w* | hungry | restless | stretch\\w* | lean\\w* | stubborn`,
});
