/** One chat with its reward from PyTorch, as tools/parity/reward-model.py computed it. */
export interface ReferenceChat {
  readonly id: string;
  readonly prompt: string;
  /** Empty: the chat is scored against the prompt alone. */
  readonly preference: string;
  readonly response: string;
  readonly expected: number;
}

export interface Reference {
  /** Most that one reward may be off. */
  readonly tolerance: number;
  /** Most that the root of the mean squared difference may be. */
  readonly meanTolerance: number;
  readonly chats: readonly ReferenceChat[];
}

/** Fetches chats and figures; chunks of their own, not in the page's first load. */
export async function fetchReference(): Promise<Reference> {
  const [chats, reference] = await Promise.all([
    import('./chats.json'),
    import('./reference.json'),
  ]);
  const { tolerance, meanTolerance, rewards } = reference.default;
  const joined = chats.default.map((chat) => {
    const reward = rewards.find(({ id }) => id === chat.id);
    if (reward === undefined) throw new Error(`The reference has no reward for ${chat.id}.`);
    return { ...chat, expected: reward.expected };
  });
  return { tolerance, meanTolerance, chats: joined };
}
