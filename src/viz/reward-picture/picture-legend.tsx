import { type KeyboardEvent, Suspense, useRef } from 'react';
import { latePart, useOpened } from '../../ui/index.ts';
import type { PictureKeysProps } from './picture-keys.tsx';
import styles from './picture-legend.module.css';

const { Part: PictureKeys } = latePart(
  async () => (await import('./picture-keys.tsx')).PictureKeys,
  'What the marks mean could not be fetched. Reload the page when the network is back.',
);

/** What marks and colour mean: fetched when it is wanted, and over the picture then, so that it moves nothing. */
export function PictureLegend(props: PictureKeysProps) {
  const ref = useRef<HTMLDetailsElement | null>(null);
  const { wasOpened, onToggle } = useOpened();
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || ref.current === null) return;
    ref.current.open = false;
    ref.current.querySelector('summary')?.focus();
  };
  return (
    // Escape closes what its own summary opens.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <details ref={ref} className={styles.legend} onKeyDown={closeOnEscape} onToggle={onToggle}>
      <summary>Legend</summary>
      <div className={styles.keys} role="group" aria-label="Legend">
        {wasOpened && (
          <Suspense>
            <PictureKeys {...props} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
