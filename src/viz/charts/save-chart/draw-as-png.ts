import type { StandingDrawing } from './standing-drawing.ts';

/** Pixels for each CSS pixel: sharp on paper and on a slide. */
const SCALE = 2;

/** The drawing in pixels. @throws Error where the browser can't draw it */
export async function drawAsPng({ text, width, height }: StandingDrawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The canvas gave no PNG.');
  return blob;
}
