/** The properties that a browser animates without painting anything again. */
const WITHOUT_PAINT: ReadonlySet<string> = new Set(['transform', 'opacity', 'none']);

/** Its commas part nothing. */
const EASING = /(cubic-bezier|linear|steps)\([^)]*\)/g;

/**
 * What a style sheet animates although each of its frames would be painted anew; empty where it keeps still.
 *
 * @param inDrawing whether it is of SVG, whose parts are painted with their drawing whatever is animated
 */
export function faultsOfMotion(css: string, inDrawing: boolean): readonly string[] {
  const bare = css.replaceAll(/\/\*.*?\*\//gs, '');
  const endless = /animation(-iteration-count)?\s*:[^;}]*\binfinite\b/.test(bare);
  return [
    ...animatedProperties(bare).map((property) => `keyframes animate ${property}`),
    ...transitionedProperties(bare).map((property) => `a transition of ${property}`),
    ...(inDrawing && endless ? ['an endless animation in a drawing'] : []),
  ];
}

function animatedProperties(css: string): readonly string[] {
  const steps = Array.from(css.matchAll(/@keyframes\s+[\w-]+\s*\{((?:[^{}]*\{[^{}]*\})*)/g))
    .map(([, body = '']) => body)
    .join('');
  const declarations = Array.from(steps.matchAll(/\{([^{}]*)\}/g)).map(([, body = '']) => body);
  return declarations
    .flatMap((body) => Array.from(body.matchAll(/([\w-]+)\s*:/g)))
    .map(([, property = '']) => property)
    .filter((property) => !WITHOUT_PAINT.has(property));
}

/** A transition that names no property is one of all, and what hides in a variable can't be seen: both are faults. */
function transitionedProperties(css: string): readonly string[] {
  return Array.from(css.matchAll(/transition(?:-property)?\s*:([^;}]*)/g))
    .flatMap(([, value = '']) => value.replaceAll(EASING, '').split(','))
    .map((part) => part.trim().split(/\s+/)[0] ?? '')
    .filter((property) => !WITHOUT_PAINT.has(property));
}
