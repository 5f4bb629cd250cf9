// @ts-check
/** Where things lie, as absolute paths: the scripts work whatever folder they are started from. */
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** Files fetched from a package registry; ignored by git. */
export const fetchedModelsFolder = fileURLToPath(new URL('../.models', import.meta.url));

/** What the page fetches at run time, made from the fetched file; ignored by git. */
export const publicModelsFolder = fileURLToPath(new URL('../public/models', import.meta.url));
