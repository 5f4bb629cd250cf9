import { StatusLine } from '../../ui/index.ts';

export interface WorkingLineProps {
  readonly isWorking: boolean;
  /** A sentence; null where there is no problem. */
  readonly problem: string | null;
}

/** Says that figures are being worked out, or why they can't be. What stood there before stays meanwhile. */
export function WorkingLine({ isWorking, problem }: WorkingLineProps) {
  return (
    <StatusLine isProblem={problem !== null}>
      {problem ?? (isWorking ? 'Working it out …' : '')}
    </StatusLine>
  );
}
