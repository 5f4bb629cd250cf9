/**
 * What models of common families write between turns and around thoughts, as far as it can be told from its shape: which of
 * them a model really has, only its own tokenizer knows.
 */
const MARK =
  /<[|｜][^<>\s|｜]{1,40}[|｜]>|<\/?s>|<(?:bos|eos|pad|unk)>|<(?:start|end)_of_turn>|<\/?think(?:ing)?>|\[\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]|<<\/?SYS>>/g;

/** The marks of a chat that stand in a text, in their order, each as often as it does. */
export function marksIn(text: string): readonly string[] {
  return text.match(MARK) ?? [];
}
