import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3-zoom';
import type { Area } from './area-in-view.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PanZoomOptions {
  /** Receives the gestures. */
  readonly surface: SVGSVGElement;
  /** Is moved; React draws its children and leaves its `transform` alone. */
  readonly content: SVGGElement;
  /** Called with everything that is seen anew, also during a gesture. */
  readonly onView: (view: View) => void;
}

/** What of a drawing is seen. */
export interface View {
  /** CSS pixels for one unit of the drawing. */
  readonly scale: number;
  /** In the drawing's own units. */
  readonly area: Area;
  /** Whether a person moves it just now. */
  readonly isGesture: boolean;
}

export interface PanZoomSizes {
  /** The surface, in CSS pixels. */
  readonly viewport: Size;
  /** The drawing, in its own units. */
  readonly content: Size;
}

/** Zoom and pan of one drawing, owned by D3. */
export interface PanZoom {
  /** New sizes; fits the drawing again unless the person has moved it. */
  readonly update: (sizes: PanZoomSizes) => void;
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Zooms to a place of the drawing. */
  readonly zoomTo: (x: number, y: number, scale: number) => void;
  /** Brings a place into view, moving no more than needed. */
  readonly reveal: (x: number, y: number) => void;
  readonly destroy: () => void;
}

/** Beyond this a small tree would be shown larger than is comfortable. */
const LARGEST_FIT = 1.5;
const LARGEST_SCALE = 8;
/** Kept free around the centre of a revealed node: in CSS pixels, and in the drawing's own units when zoomed in. */
const REVEAL_MARGIN = 56;
const REVEAL_ROOM = 48;

/** By which the scale changes, as a logarithm, before letters and lines that keep their size are seen to be off: a tenth. */
const SEEN_CHANGE = 0.1;

/** The scale at which the whole drawing is seen. */
export function fittingScale({ viewport, content }: PanZoomSizes): number {
  const scale = Math.min(viewport.width / content.width, viewport.height / content.height);
  return Number.isFinite(scale) && scale > 0 ? Math.min(LARGEST_FIT, scale) : 1;
}

/** Takes an element and returns what moves it: no React here, and no D3 outside. */
// eslint-disable-next-line max-lines-per-function -- the gestures share sizes and whether the person moved: one closure holds both
export function createPanZoom({ surface, content, onView }: PanZoomOptions): PanZoom {
  let sizes: PanZoomSizes = { viewport: { width: 1, height: 1 }, content: { width: 1, height: 1 } };
  let isMoved = false;
  let toldScale = 0;
  const selection = select<SVGSVGElement, unknown>(surface);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .filter((event: unknown) => isOurs(event, surface, isMoved))
    .wheelDelta(stepOfWheel)
    .constrain((transform) => keepInside(transform, sizes))
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      const isGesture = event.sourceEvent !== null;
      if (isGesture) isMoved = true;
      apply(event.transform, isGesture);
    })
    .on('end', (event: { transform: ZoomTransform }) => {
      tellScale(event.transform.k);
    });

  function apply(transform: ZoomTransform, isGesture: boolean): void {
    content.setAttribute('transform', transform.toString());
    if (Math.abs(Math.log(transform.k / toldScale)) > SEEN_CHANGE) tellScale(transform.k);
    // At rest one finger scrolls the page; a moved drawing takes every touch.
    surface.style.touchAction = isMoved ? 'none' : 'pan-x pan-y';
    onView({ scale: transform.k, area: areaInView(transform, sizes.viewport), isGesture });
  }

  /** What keeps its size on the screen hears of the scale: every such mark is styled anew. */
  function tellScale(scale: number): void {
    if (scale === toldScale) return;
    toldScale = scale;
    content.style.setProperty('--scale', String(scale));
  }

  function fit(): void {
    isMoved = false;
    behaviour.transform(selection, keepInside(zoomIdentity.scale(fittingScale(sizes)), sizes));
  }

  selection.call(behaviour).on('dblclick.zoom', null);
  return {
    update(next) {
      sizes = next;
      const { width, height } = sizes.viewport;
      behaviour.extent([
        [0, 0],
        [width, height],
      ]);
      behaviour.scaleExtent([fittingScale(sizes), LARGEST_SCALE]);
      if (isMoved) behaviour.translateBy(selection, 0, 0);
      else fit();
    },
    fit,
    zoomBy(factor) {
      isMoved = true;
      behaviour.scaleBy(selection, factor);
    },
    zoomTo(x, y, scale) {
      isMoved = true;
      const { width, height } = sizes.viewport;
      const centred = zoomIdentity
        .translate(width / 2, height / 2)
        .scale(scale)
        .translate(-x, -y);
      behaviour.transform(selection, keepInside(centred, sizes));
    },
    reveal(x, y) {
      const shift = shiftIntoView(zoomTransform(surface), x, y, sizes.viewport);
      if (shift.x !== 0 || shift.y !== 0) behaviour.translateBy(selection, shift.x, shift.y);
    },
    destroy() {
      selection.on('.zoom', null);
    },
  };
}

/**
 * Which gestures are the drawing's: dragging and pinching always; the wheel with Ctrl or ⌘, or once the tree was clicked
 * or reached by keyboard, so that scrolling past it isn't caught; one finger only when there is something to move.
 */
function isOurs(event: unknown, surface: SVGSVGElement, isMoved: boolean): boolean {
  if (event instanceof WheelEvent) {
    return event.ctrlKey || event.metaKey || surface.contains(document.activeElement);
  }
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    return isMoved || event.touches.length > 1;
  }
  return true;
}

/**
 * d3-zoom's own step, with its tenfold for pinching on a trackpad (which browsers report as Ctrl and a small wheel) kept
 * from a real wheel turned with Ctrl, which it would throw from one end to the other.
 */
function stepOfWheel({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === 0 ? 0.002 : 1;
  const isPinch = ctrlKey && Math.abs(deltaY) < 30;
  return -deltaY * unit * (isPinch ? 10 : 1);
}

function areaInView(transform: ZoomTransform, { width, height }: Size): Area {
  const { k } = transform;
  return {
    left: transform.invertX(0),
    top: transform.invertY(0),
    width: width / k,
    height: height / k,
  };
}

/** A drawing smaller than the surface is centred, and hangs from its top so that arms side by side stay level. */
function keepInside(transform: ZoomTransform, { viewport, content }: PanZoomSizes): ZoomTransform {
  const { k } = transform;
  const spareX = viewport.width - content.width * k;
  const spareY = viewport.height - content.height * k;
  const x = spareX >= 0 ? spareX / 2 : Math.max(spareX, Math.min(0, transform.x));
  const y = spareY >= 0 ? 0 : Math.max(spareY, Math.min(0, transform.y));
  return zoomIdentity.translate(x, y).scale(k);
}

/** How far to move the drawing, in its own units, so that a place of it is seen with a margin around. */
function shiftIntoView(transform: ZoomTransform, x: number, y: number, viewport: Size) {
  const across = intoRange(transform.applyX(x), viewport.width, transform.k);
  const along = intoRange(transform.applyY(y), viewport.height, transform.k);
  return { x: across / transform.k, y: along / transform.k };
}

function intoRange(position: number, size: number, scale: number): number {
  const margin = Math.min(Math.max(REVEAL_MARGIN, REVEAL_ROOM * scale), size / 2);
  if (position < margin) return margin - position;
  return position > size - margin ? size - margin - position : 0;
}

/** How much a node shows: its mark only; its reward beneath; its gain's number as well; its words as well. */
export type Detail = 'shape' | 'reward' | 'gain' | 'words';

// Below these scales neighbours' numbers would run into each other.
const REWARD_FROM = 0.38;
const GAIN_FROM = 0.66;
/** The scale from which words are shown in the nodes. */
export const WORDS_FROM = 2.4;

/** The detail that can be read at a scale. */
export function detailAt(scale: number): Detail {
  if (scale >= WORDS_FROM) return 'words';
  if (scale >= GAIN_FROM) return 'gain';
  return scale >= REWARD_FROM ? 'reward' : 'shape';
}
