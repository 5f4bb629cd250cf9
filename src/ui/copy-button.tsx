import { useEffect, useState } from 'react';
import { Button } from './layout/button.tsx';
import styles from './copy-button.module.css';

export interface CopyButtonProps {
  /** On the button. */
  readonly label: string;
  /** Where the label alone doesn't say what is copied: "Copy Draft 3". */
  readonly name?: string;
  /** What is copied, and what is said when it is. @throws where there is nothing to copy */
  readonly copied: () => CopiedText | Promise<CopiedText>;
  /** What is said where the browser doesn't let the page. */
  readonly refused: string;
}

export interface CopiedText {
  readonly text: string;
  readonly said: string;
}

/** How long it is said that the text was copied. Milliseconds. */
const SAID_FOR = 4000;

/** Puts a text on the clipboard, and says whether that could be done. */
export function CopyButton({ label, name, copied, refused }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => {
      setSaid('');
    }, SAID_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return (
    <div className={styles.copy}>
      <Button
        look="quiet"
        aria-label={name}
        onClick={() => {
          copy(copied).then(setSaid, () => {
            setSaid(refused);
          });
        }}
      >
        {label}
      </Button>
      {/* Always there, so that screen readers tell when its words change. */}
      <span role="status">{said}</span>
    </div>
  );
}

/** @throws Error where the page has no clipboard, as at an address without https. */
async function copy(copied: CopyButtonProps['copied']): Promise<string> {
  if (!('clipboard' in navigator)) throw new Error('There is no clipboard.');
  const made = copied();
  const isWritten = made instanceof Promise && (await isWrittenWhenMade(made));
  const { text, said } = await made;
  if (!isWritten) await navigator.clipboard.writeText(text);
  return said;
}

/**
 * Hands over a text that is still being made: Safari lets a page write only at once when a person presses, and takes the promise of a
 * text. False where this browser doesn't take it.
 */
async function isWrittenWhenMade(made: Promise<CopiedText>): Promise<boolean> {
  try {
    const blob = made.then(({ text }) => new Blob([text], { type: PLAIN }));
    // Whoever awaits the text itself is told why there is none.
    blob.catch(() => undefined);
    await navigator.clipboard.write([new ClipboardItem({ [PLAIN]: blob })]);
    return true;
  } catch {
    return false;
  }
}

const PLAIN = 'text/plain';
