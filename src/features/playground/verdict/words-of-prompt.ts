/** Whether a response has not one word of its prompt, however it is written: it may answer something else, whatever its reward. */
export function hasNoWordOf(prompt: string, response: string): boolean {
  const asked = new Set(wordsOf(prompt));
  return asked.size > 0 && !wordsOf(response).some((word) => asked.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
