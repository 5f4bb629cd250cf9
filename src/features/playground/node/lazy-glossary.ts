import { latePart } from '../../../ui/index.ts';

/** Comes after the first picture; a network that is gone takes nothing else along. */
export const { Part: Glossary } = latePart(
  async () => (await import('./glossary.tsx')).Glossary,
  () => null,
);
