/**
 * Writes one question and its answer as the text that a reward model was trained on, without a system turn.
 *
 * The begin-of-text token is never written here: `beginToken` names it, and whoever puts the text before the model sees to
 * it that it stands there once.
 */
export interface ChatTemplate {
  readonly id: 'chatml' | 'llama3' | 'qwen3';
  /** The token that texts of this family begin with; null where they begin with none. */
  readonly beginToken: string | null;
  /**
   * @param ownTemplate the template that came with the weights, in Jinja; null where there was none. Only read for the
   *   points in which templates of one family differ, never run.
   */
  render(chat: Chat, ownTemplate: string | null): string;
}

export interface Chat {
  readonly user: string;
  readonly assistant: string;
}
