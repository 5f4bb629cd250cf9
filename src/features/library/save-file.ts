/** Hands a text over to the person as a download. */
export function saveFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers read the text only after the click has been dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, SECONDS_TO_READ * 1000);
}

const SECONDS_TO_READ = 60;
