import type { ReactNode } from 'react';
import { useOpened } from '../use-opened.ts';

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
  const { wasOpened, onToggle } = useOpened();
  return (
    <details className={className} onToggle={onToggle}>
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}
