// @ts-check
/** `npm run architecture`: draws docs/architecture.md from the imports. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawArchitecture } from './architecture/draw-architecture.mjs';
import { readImports } from './architecture/import-graph.mjs';
import { repositoryRoot } from './repository-paths.mjs';

const picture = drawArchitecture(readImports(repositoryRoot, 'src'));
writeFileSync(join(repositoryRoot, 'docs/architecture.md'), picture);
