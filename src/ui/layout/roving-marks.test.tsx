// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RovingMark, useRovingMarks, walkRow } from './roving-marks.tsx';

afterEach(cleanup);

const IDS = ['a', 'b', 'c'] as const;
type Id = (typeof IDS)[number];

interface RowProps {
  readonly selectedId?: Id | null;
  readonly told?: string[];
  readonly opens?: boolean;
  readonly reveal?: (id: Id) => void;
}

function Row({ selectedId = null, told = [], opens = false, reveal }: RowProps) {
  const request = { ids: IDS, selectedId, walk: walkRow(IDS) };
  const marks = useRovingMarks<Id>(reveal === undefined ? request : { ...request, reveal });
  const open = (id: Id): void => {
    told.push(`open ${id}`);
  };
  return (
    <svg>
      {IDS.map((id) => (
        <RovingMark
          key={id}
          id={id}
          group={marks.group}
          isTabStop={id === marks.tabStopId}
          name={id}
          onPress={() => {
            told.push(`press ${id}`);
          }}
          {...(opens ? { onOpen: open } : {})}
        >
          <circle r={1} />
        </RovingMark>
      ))}
    </svg>
  );
}

const mark = (name: Id): HTMLElement => screen.getByLabelText(name);
const tabStops = (): string[] => IDS.filter((id) => mark(id).tabIndex === 0);

function press(key: string): boolean {
  // False where the page keeps the key to itself.
  return fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

describe('the marks of a drawing', () => {
  it('are one tab stop: the selected one, or the first', () => {
    const { rerender } = render(<Row />);
    expect(tabStops()).toEqual(['a']);
    rerender(<Row selectedId="c" />);
    expect(tabStops()).toEqual(['c']);
  });

  it('are walked by keys, and Tab comes back to the last', () => {
    render(<Row selectedId="c" />);
    mark('a').focus();
    expect(press('ArrowRight')).toBe(false);
    expect(document.activeElement).toBe(mark('b'));
    expect(tabStops()).toEqual(['b']);
    press('ArrowLeft');
    expect(tabStops()).toEqual(['a']);
  });

  it('end where the row does, and leave other keys to the page', () => {
    render(<Row />);
    mark('a').focus();
    expect(press('ArrowLeft')).toBe(true);
    expect(press('x')).toBe(true);
    expect(document.activeElement).toBe(mark('a'));
  });

  it('are pressed by a click, Enter and Space', () => {
    const told: string[] = [];
    render(<Row told={told} />);
    fireEvent.click(mark('b'));
    mark('c').focus();
    expect([press('Enter'), press(' ')]).toEqual([false, false]);
    expect(told).toEqual(['press b', 'press c', 'press c']);
  });

  it('are opened by keys and by a double click where that is more than pressing', () => {
    const told: string[] = [];
    render(<Row told={told} opens />);
    fireEvent.click(mark('b'));
    fireEvent.doubleClick(mark('b'));
    mark('c').focus();
    press('Enter');
    expect(told).toEqual(['press b', 'open b', 'open c']);
  });

  it('are brought into view before they have the focus', () => {
    const seen: string[] = [];
    render(
      <Row
        reveal={(id) => {
          seen.push(`${id} while ${document.activeElement?.getAttribute('aria-label') ?? ''}`);
        }}
      />,
    );
    mark('a').focus();
    press('ArrowRight');
    expect(seen).toEqual(['b while a']);
    expect(document.activeElement).toBe(mark('b'));
  });
});
