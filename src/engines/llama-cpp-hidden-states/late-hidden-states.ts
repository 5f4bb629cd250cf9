import { late, type LoadHiddenStates } from '../../core/index.ts';

/** Nobody needs it before one is loaded. */
const CODE = late('What starts the reward model', () => import('./load-hidden-states.ts'));

/** A loader of backbones for the page that it is called in. */
export function createHiddenStatesLoader(): LoadHiddenStates {
  return async (source, onProgress, signal) => {
    const { loadHiddenStates } = await CODE.load();
    return loadHiddenStates(source, onProgress, signal);
  };
}

/**
 * The address of a file in a repository of the model hub, as llama.cpp's wrapper spells it; the wrapper asks the hub
 * whether the repository is there. It is fetched only when this is called.
 *
 * @param repository for example "owner/model".
 * @throws Error with a sentence for people.
 */
export async function findHubAddress(repository: string, file: string): Promise<string> {
  return (await CODE.load()).findHubAddress(repository, file);
}
