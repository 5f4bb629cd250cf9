export { createBlend, type BlendName, type BlendPart } from './blend.ts';
export { createEmbeddedBlend } from './embedded-blend.ts';
