import { useEffect, useState } from 'react';
import { Button } from './layout/button.tsx';
import { textBlocks } from './text-blocks.ts';
import styles from './shown-text.module.css';

export interface ShownTextProps {
  readonly text: string;
  /** What it is, as the button that copies it names it: "Copy Draft 3". */
  readonly name: string;
  /** A paragraph, unless it is quoted. */
  readonly as?: 'p' | 'blockquote';
}

/** A text of a person or a model as it was written: in its own direction, its lines kept, and to be copied. */
export function ShownText({ text, name, as: Element = 'p' }: ShownTextProps) {
  return (
    <div className={styles.shown}>
      <Element className={styles.text} dir="auto">
        <Blocks text={text} />
      </Element>
      <CopyButton {...{ text, name }} />
    </div>
  );
}

function Blocks({ text }: { readonly text: string }) {
  const blocks = textBlocks(text);
  if (blocks.length === 1) return text;
  return blocks.map((block, position) => (
    <span key={position} className={styles.block} dir="auto">
      {block}
    </span>
  ));
}

/** How long it is said that the text was copied. Milliseconds. */
const SAID_FOR = 4000;

const NOT_COPIED = 'Not copied: this browser doesn’t let the page. Select the text and copy it.';

/** Puts a text on the clipboard, and says whether that could be done. */
function CopyButton({ text, name }: Pick<ShownTextProps, 'text' | 'name'>) {
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
        aria-label={`Copy ${name}`}
        onClick={() => {
          copy(text).then(
            () => {
              setSaid('Copied.');
            },
            () => {
              setSaid(NOT_COPIED);
            },
          );
        }}
      >
        Copy
      </Button>
      {/* Always there, so that screen readers tell when its words change. */}
      <span role="status">{said}</span>
    </div>
  );
}

/** @throws Error where the page has no clipboard, as at an address without https. */
async function copy(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('There is no clipboard.');
  await navigator.clipboard.writeText(text);
}
