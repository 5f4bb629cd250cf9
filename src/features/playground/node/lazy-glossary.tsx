import { lazy, type ComponentType } from 'react';

/** Comes after the first picture; a network that is gone takes nothing else along. */
export const Glossary = lazy(async () => ({ default: await fetchGlossary() }));

async function fetchGlossary(): Promise<ComponentType> {
  try {
    return (await import('./glossary.tsx')).Glossary;
  } catch {
    return () => null;
  }
}
