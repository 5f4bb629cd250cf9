/** What of a computed style shows in a drawing. */
const SHOWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
/** CSS pixels. */
const LINE = 18;
const EDGE = 8;

/** A drawing that stands without the page. */
export interface StandingDrawing {
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * A chart as an SVG file that needs no style sheet: its title above, its legend below, on the page's ground.
 *
 * @param chart the element that holds the drawing and, where there is one, a list of its lines
 * @param title a line above the drawing
 * @returns null where nothing is drawn
 */
export function standingDrawing(chart: HTMLElement, title: string): StandingDrawing | null {
  const drawing = chart.querySelector<SVGSVGElement>(':scope > svg');
  if (drawing === null) return null;
  const width = drawing.width.baseVal.value;
  const above = LINE + EDGE;
  const lines = [...chart.querySelectorAll<HTMLElement>(':scope > ul > li')];
  const height = above + drawing.height.baseVal.value + lines.length * LINE + EDGE;
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('xmlns', SVG);
  sheet.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  sheet.setAttribute('width', String(width));
  sheet.setAttribute('height', String(height));
  const words = getComputedStyle(chart);
  sheet.append(
    rectangle(width, height, groundOf(chart)),
    wordsAt(title, EDGE, LINE, words),
    moved(styledCopy(drawing), 0, above),
  );
  lines.forEach((line, place) => {
    const top = above + drawing.height.baseVal.value + place * LINE;
    const key = line.querySelector('svg');
    if (key !== null) sheet.append(moved(styledCopy(key), EDGE, top));
    sheet.append(wordsAt(line.textContent, EDGE + 48, top + 11, words));
  });
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

/** The content of a drawing with each part's style written out, as a group. */
function styledCopy(drawing: SVGSVGElement): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  for (const child of drawing.children) group.append(copyOf(child));
  return group;
}

function copyOf(element: Element): Element {
  const copy = element.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) {
    if (/^(?:class|style|tabindex|role|data-|aria-)/.test(name)) copy.removeAttribute(name);
  }
  const style = getComputedStyle(element);
  for (const name of SHOWN) {
    const value = style.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value.replaceAll('"', "'"));
  }
  for (const child of element.childNodes) {
    copy.append(child instanceof Element ? copyOf(child) : child.cloneNode());
  }
  return copy;
}

function moved(group: SVGGElement, x: number, y: number): SVGGElement {
  group.setAttribute('transform', `translate(${String(x)},${String(y)})`);
  return group;
}

function wordsAt(words: string, x: number, y: number, style: CSSStyleDeclaration): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', String(x));
  text.setAttribute('y', String(y));
  text.setAttribute('fill', style.color);
  text.setAttribute('font-family', style.fontFamily.replaceAll('"', "'"));
  text.setAttribute('font-size', style.fontSize);
  text.textContent = words;
  return text;
}

function rectangle(width: number, height: number, fill: string): SVGRectElement {
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', fill);
  return ground;
}

/** The colour behind an element: that of the nearest around it that has one. */
function groundOf(element: Element | null): string {
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(?:transparent|rgba\(.*, 0\)|)$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
}
