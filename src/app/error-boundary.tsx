import { messageOf } from '../core/index.ts';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/index.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
}

/** Shows a way on where the page itself fails. Finished nodes are in storage, so a reload loses none. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: messageOf(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main data-run-state="failed">
        <h1>The page has failed</h1>
        <p role="alert">{message}</p>
        <p>Everything that had finished is stored and is shown again after a reload.</p>
        <Button
          look="primary"
          onClick={() => {
            location.reload();
          }}
        >
          Reload
        </Button>
      </main>
    );
  }
}
