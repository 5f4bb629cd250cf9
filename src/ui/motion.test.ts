import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOfMotion } from './testing/faults-of-motion.ts';

const source = join(import.meta.dirname, '..');

const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => [path, readFileSync(join(source, path), 'utf8')] as const);

describe('every style sheet', () => {
  it('is looked at', () => {
    expect(sheets.map(([path]) => path)).toContain(join('ui', 'theme.css'));
    expect(sheets.length).toBeGreaterThan(10);
  });

  it.each(sheets)('moves nothing that is painted again at every frame: %s', (path, css) => {
    expect(faultsOfMotion(css, path.startsWith('viz'))).toEqual([]);
  });
});

describe('a style sheet', () => {
  const fade = '@keyframes fade { from { opacity: 0.25; } 50%, to { opacity: 1; } }';

  it('may animate transform and opacity', () => {
    const turn = '@keyframes turn { to { transform: rotate(1turn); opacity: 1; } }';
    expect(faultsOfMotion(`${turn} .a { animation: turn 1s infinite; }`, false)).toEqual([]);
    expect(
      faultsOfMotion(
        '.a { transition: opacity 1s, transform 2s cubic-bezier(0, 0, 1, 1); }',
        false,
      ),
    ).toEqual([]);
    expect(faultsOfMotion('.a { animation: none; transition: none; }', true)).toEqual([]);
    expect(faultsOfMotion(`${fade} .a { animation: fade 1s; }`, true)).toEqual([]);
  });

  it.each([
    ['@keyframes breathe { from { stroke-opacity: 0; } }', 'keyframes animate stroke-opacity'],
    ['@media print { @keyframes a { 50% { color: red; } } }', 'keyframes animate color'],
    ['.a { transition: background 1s; }', 'a transition of background'],
    ['.a { transition: opacity 1s, width 1s; }', 'a transition of width'],
    ['.a { transition: var(--motion); }', 'a transition of var(--motion)'],
    ['.a { transition: 1s; }', 'a transition of 1s'],
    ['.a { transition-property: opacity, fill; }', 'a transition of fill'],
  ])('may not: %s', (css, fault) => {
    expect(faultsOfMotion(css, false)).toEqual([fault]);
  });

  it('of a drawing may not animate for ever: its parts have no layer of their own', () => {
    const faults = ['an endless animation in a drawing'];
    expect(faultsOfMotion(`${fade} .a { animation: fade 1s infinite; }`, true)).toEqual(faults);
    expect(faultsOfMotion('.a { animation-iteration-count: infinite; }', true)).toEqual(faults);
  });
});
