export { createBlend, type BlendName, type BlendPart } from './blend.ts';
export { createEmbeddedBlend, embeddedBlend } from './embedded-blend.ts';
