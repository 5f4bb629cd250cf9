import { createCueCheck } from './cue-check.ts';

/** When, and for how long. */
export const timing = createCueCheck({
  id: 'timing',
  label: 'Times given',
  noun: 'times and durations',
  explanation:
    'Durations, clock times, weekdays and stretches such as “week 2” or “overnight” (own list); whether the plan is realistic is not seen.',
  cues: `(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|half_an?|few|several|every|each|another|next|the_first)(?:_(?:to|or|-)_\\d+)?[-\\s]*(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|evenings?|mornings?|nights?) | (?:mon|tues|wednes|thurs|fri|satur|sun)days? | (?:week|day|month|hour|year)_\\d+ | \\d{1,2}:\\d\\d | \\d{1,2}_?(?:am|pm) | overnight | daily | weekly | monthly | noon | midnight | half_(?:an_)?hour | every_half_hour | schedule | deadline | by_the_end_of | tomorrow | tonight | at_\\d{1,2}`,
  weakCues: `then | after | before | until | while | evening | morning | week | day | hour | long | time`,
});
