import { CopyButton } from './copy-button.tsx';
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
      <CopyButton
        label="Copy"
        name={`Copy ${name}`}
        copied={() => ({ text, said: 'Copied.' })}
        refused={NOT_COPIED}
      />
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

const NOT_COPIED = 'Not copied: this browser doesn’t let the page. Select the text and copy it.';
