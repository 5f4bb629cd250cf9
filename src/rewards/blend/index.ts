export { createBlend, type BlendName, type BlendPart } from './blend.ts';
export { createEmbeddedBlend, hasScalePerConditioning } from './embedded-blend.ts';
