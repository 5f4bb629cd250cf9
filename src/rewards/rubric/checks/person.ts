import { createCueCheck } from './cue-check.ts';

/** Written as "I" or "we". */
export const firstPerson = createCueCheck({
  id: 'first-person',
  label: 'First person',
  noun: 'the first person',
  explanation:
    'Words of the first person: “I”, “my”, “we”, “our” (own list, a feature of Biber 1988); who is speaking is not seen.',
  cues: `i | i'm | i've | i'd | i'll | me | my | mine | myself | we | we're | we've | we'll | our | us`,
});

/** Speaks to the reader as "you". */
export const addressReader = createCueCheck({
  id: 'address-reader',
  label: 'Speaks to the reader',
  noun: 'speaking to the reader',
  explanation:
    'Words of the second person: “you”, “your” (own list, a feature of Biber 1988); whether “you” means the reader is not seen.',
  cues: `you | you're | you've | you'll | you'd | your | yours | yourself`,
});
