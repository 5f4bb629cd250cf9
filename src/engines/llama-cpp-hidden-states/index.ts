/** llama.cpp in WebAssembly as a backbone: hidden states instead of words, in a worker of its own. */
export { findHubAddress } from './hub-address.ts';
export { createHiddenStatesLoader } from './load-hidden-states.ts';
