import { type ReactNode, useState } from 'react';
import { useEver } from '../use-ever.ts';

export interface FoldedProps {
  /** What opens it. */
  readonly summary: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Data behind a picture, one click away. Nothing of it is drawn before it is first opened: while the picture changes under a
 * hand, what nobody looks at takes no time.
 */
export function Folded({ summary, className, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  const isDrawn = useEver(isOpen);
  return (
    <details
      className={className}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {isDrawn && children}
    </details>
  );
}
