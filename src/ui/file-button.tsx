import { type ReactNode, useRef } from 'react';
import { Button } from './layout/button.tsx';

export interface FileButtonProps {
  /** Of what is chosen: "Run files". */
  readonly label: string;
  /** What the file chooser offers, for example ".csv". */
  readonly accept: string;
  /** Whether several files can be chosen at once. */
  readonly takesSeveral?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Opens the browser's file dialog; which file was chosen is said by what it changes. */
export function FileButton(props: FileButtonProps) {
  const { label, accept, takesSeveral = false, disabled = false, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={takesSeveral}
        hidden
        aria-label={label}
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          // So that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
