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
  readonly tolerance: number;
  readonly chats: readonly ReferenceChat[];
}

/** Fetches chats and figures; chunks of their own, not in the page's first load. */
export async function fetchReference(): Promise<Reference> {
  const [chats, reference] = await Promise.all([
    import('./chats.json'),
    import('./reference.json'),
  ]);
  const { tolerance, rewards } = reference.default;
  const joined = chats.default.map((chat) => {
    const reward = rewards.find(({ id }) => id === chat.id);
    if (reward === undefined) throw new Error(`The reference has no reward for ${chat.id}.`);
    return { ...chat, expected: reward.expected };
  });
  return { tolerance, chats: joined };
}
