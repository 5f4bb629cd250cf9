import { topicStems } from '../rubric/checks/prompt-checks.ts';
import { readText, type TextReading } from '../rubric/text/text-reading.ts';

/** How many words of the prompt's topic a response takes up, however they are inflected; endless where the prompt names none. */
export function wordsTakenUp(prompt: TextReading, response: TextReading): number {
  const topic = topicStems({ response, prompt, preference: undefined });
  if (topic.size === 0) return Infinity;
  const said = new Set(response.contentStems);
  return [...topic].filter((stem) => said.has(stem)).length;
}

/**
 * Whether a response takes up no word of the prompt's topic: it may answer something else, whatever its reward. Never of a prompt that
 * isn't English, whose words and inflections aren't known.
 */
export function isBesidePrompt(prompt: string, response: string): boolean {
  const asked = readText(prompt);
  return asked.language === 'english' && wordsTakenUp(asked, readText(response)) === 0;
}
