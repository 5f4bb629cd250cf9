import { describeRunStore } from '../testing/run-store-contract.ts';
import { newRunId } from '../open-run-store.ts';
import { MemoryRunStore } from './memory-run-store.ts';

describeRunStore('MemoryRunStore', () => Promise.resolve(new MemoryRunStore(newRunId)));
