/** A text that is ready to be saved, and what the file is called. */
export interface TextFile {
  readonly fileName: string;
  readonly text: string;
  /** As in a Content-Type; JSON where it is left out. */
  readonly type?: string;
}

/** Some browsers read what is saved only after the click has been dealt with. */
const MILLISECONDS_TO_READ = 60_000;

/** Hands a text over to the person as a download. */
export function saveFile({ fileName, text, type = 'application/json' }: TextFile): void {
  saveBlob(fileName, new Blob([text], { type }));
}

/** Hands bytes over to the person as a download. */
export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, MILLISECONDS_TO_READ);
}
