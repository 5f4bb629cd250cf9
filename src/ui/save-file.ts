/** A text that is ready to be saved, and what the file is called. */
export interface TextFile {
  readonly fileName: string;
  readonly text: string;
}

/** Some browsers read the text only after the click has been dealt with. */
const MILLISECONDS_TO_READ = 60_000;

/** Hands a text over to the person as a download. */
export function saveFile({ fileName, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, MILLISECONDS_TO_READ);
}
