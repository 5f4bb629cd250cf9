import type { LicenceFamily } from '../../core/index.ts';

/**
 * Licence families of the models in WebLLM's list, by the model's name. The first rule that matches counts, so
 * exceptions stand before their family. A model that no rule knows has an unknown licence: read its page first.
 */
const RULES: readonly (readonly [name: RegExp, licence: LicenceFamily])[] = [
  [/^DeepSeek-R1-Distill-Llama/, restricted('MIT and Llama 3.1 Community')],
  [/^DeepSeek-R1-Distill-Qwen/, open('MIT')],
  [/^Hermes-3-Llama-3\.2|^Llama-3\.2/, restricted('Llama 3.2 Community')],
  [/^Hermes-3-Llama-3\.1|^Llama-3\.1/, restricted('Llama 3.1 Community')],
  [/^Hermes-2-(Pro|Theta)-Llama-3|^Llama-3-/, restricted('Llama 3 Community')],
  [/^Llama-2/, restricted('Llama 2 Community')],
  [/^WizardMath/, unknownLicence()],
  [
    /^(Hermes-2-Pro-|OpenHermes-2\.5-|NeuralHermes-2\.5-)?Mistral-7B|^Ministral-3-/,
    open('Apache-2.0'),
  ],
  [/^Qwen2\.5-(Coder-)?3B/, restricted('Qwen Research')],
  [/^Qwen(2|2\.5|3|3\.5)-/, open('Apache-2.0')],
  [/^SmolLM2|^OLMo-2|^TinyLlama|^RedPajama-INCITE/, open('Apache-2.0')],
  [/^gemma-4-/, open('Apache-2.0')],
  [/^gemma/, restricted('Gemma Terms of Use')],
  [/^[Pp]hi-/, open('MIT')],
  [/^stablelm-2/, restricted('Stability AI Non-Commercial Research Community')],
];

export function licenceOf(modelId: string): LicenceFamily {
  return RULES.find(([name]) => name.test(modelId))?.[1] ?? unknownLicence();
}

function open(name: string): LicenceFamily {
  return { name, restricted: false };
}

function restricted(name: string): LicenceFamily {
  return { name, restricted: true };
}

function unknownLicence(): LicenceFamily {
  return { name: 'unknown', restricted: true };
}
