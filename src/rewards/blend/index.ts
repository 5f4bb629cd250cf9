export { createBlend, type BlendName, type BlendPart } from './blend.ts';
export { createEmbeddedBlend, EMBEDDED_BLEND_SCORERS } from './embedded-blend.ts';
