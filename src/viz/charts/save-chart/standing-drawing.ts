import { LETTER_WIDTH, wrapWords } from '../../layout/wrap-words.ts';

/** What of a computed style shows in a drawing. Without `paint-order` a halo is painted over its letters. */
const SHOWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
/** CSS pixels. */
const LINE = 18;
const EDGE = 8;
/** Beside the drawing, for figures that stand out of it. */
const MARGIN = 16;

/** A drawing that stands without the page. */
export interface StandingDrawing {
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is said around a drawing. */
export interface DrawingWords {
  /** Above it. */
  readonly title: string;
  /** Below it: what its figures come from. */
  readonly provenance: string;
}

/**
 * A chart as an SVG file that needs no style sheet: its title above, its legend and where it comes from below, on the page's ground.
 *
 * @param chart the element that holds the drawing and, where there is one, a list of its lines
 * @returns null where nothing is drawn
 */
export function standingDrawing(
  chart: HTMLElement,
  { title, provenance }: DrawingWords,
): StandingDrawing | null {
  const drawing = chart.querySelector<SVGSVGElement>(':scope > svg');
  if (drawing === null) return null;
  const inner = drawing.width.baseVal.value;
  const style = getComputedStyle(chart);
  const paragraph = (words: string, top: number) =>
    wrapWords(words, columnsOf(inner, style)).map((line, place) =>
      wordsAt(line, MARGIN, top + (place + 1) * LINE, style),
    );
  const heading = paragraph(title, 0);
  const top = heading.length * LINE + EDGE;
  const keys = [...chart.querySelectorAll<HTMLElement>(':scope > ul > li')];
  const belowDrawing = top + drawing.height.baseVal.value;
  const source = paragraph(provenance, belowDrawing + keys.length * LINE);
  const width = inner + 2 * MARGIN;
  const height = belowDrawing + (keys.length + source.length) * LINE + EDGE;
  const sheet = sheetOf(width, height);
  sheet.append(
    rectangle(width, height, groundOf(chart)),
    ...heading,
    moved(styledCopy(drawing), MARGIN, top),
    ...keys.flatMap((key, place) => legendLine(key, belowDrawing + place * LINE, style)),
    ...source,
  );
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

/** Letters that fit beside each other. */
function columnsOf(width: number, { fontSize }: CSSStyleDeclaration): number {
  return Math.max(1, Math.floor(width / ((Number.parseFloat(fontSize) || LINE) * LETTER_WIDTH)));
}

function sheetOf(width: number, height: number): SVGSVGElement {
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('xmlns', SVG);
  sheet.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  sheet.setAttribute('width', String(width));
  sheet.setAttribute('height', String(height));
  return sheet;
}

/** Whose a line is, with a piece of it. */
function legendLine(
  line: HTMLElement,
  top: number,
  style: CSSStyleDeclaration,
): readonly SVGElement[] {
  const key = line.querySelector('svg');
  return [
    ...(key === null ? [] : [moved(styledCopy(key), MARGIN, top)]),
    wordsAt(line.textContent, MARGIN + 48, top + 11, style),
  ];
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
