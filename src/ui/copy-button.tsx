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
  const { text, said } = await copied();
  if (!('clipboard' in navigator)) throw new Error('There is no clipboard.');
  await navigator.clipboard.writeText(text);
  return said;
}
