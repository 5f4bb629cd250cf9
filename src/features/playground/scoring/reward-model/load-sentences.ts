import type { RewardModelEntry } from '../../../../rewards/index.ts';
import { formatBytes } from '../../../../ui/index.ts';

/** Memory of the embedded model as a backbone, in bytes, about: 112 MB of weights, 94 MB of context, and llama.cpp's own. */
const EMBEDDED_BACKBONE_BYTES = 2.5e8;

/** Most that 4,096 tokens of context take in the first-class models, in bytes: Qwen3's 28 layers of 8 heads of 128 numbers, twice, in 16 bits. */
const CONTEXT_BYTES = 4.7e8;

/** What loading fetches, from where, and the memory that it takes: said before it is done. */
export function loadTerms({ publishedBytes, head }: RewardModelEntry): readonly string[] {
  if (head === null) {
    return [
      `Nothing comes from elsewhere: the small model that this server carries is loaded a second time, to give vectors instead of words. It takes about ${formatBytes(EMBEDDED_BACKBONE_BYTES)} of memory beside the model that writes.`,
    ];
  }
  const size =
    publishedBytes === null
      ? 'The size of the download is not known beforehand.'
      : `In 16 bits the backbone is about ${formatBytes(publishedBytes)}, quantised to 8 or 4 bits a half to a third of that; your browser keeps a download for the next time.`;
  return [
    `Nothing is fetched before you press Load. ${size} It takes the file’s size in memory and up to ${formatBytes(CONTEXT_BYTES)} for its context, beside the model that writes.`,
    `The head is some kilobytes out of ${head.file} in ${head.repository} on a public model hub, which sees your address as any website does; nothing that you write is sent there.`,
  ];
}

/** The terms under which it may be used. */
export function licenceSentence({ licence }: RewardModelEntry): string {
  const more = licence.restricted ? ' It has terms of use beyond an open-source licence.' : '';
  return `Licence: ${licence.name}.${more}`;
}
