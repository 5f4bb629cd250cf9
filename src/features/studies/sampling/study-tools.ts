import type { ComponentType } from 'react';
import type { ArmKind, CatalogAssessment, Clock, Late, Split } from '../../../core/index.ts';
import type { SettingValues } from '../../../rewards/index.ts';
import type { ChosenModel, FindLacks, ModelSession, Scorers } from '../../../runs/index.ts';
import type {
  AskedColumns,
  PromptFile,
  StudyController,
  StudySampling,
  StudyStore,
} from '../../../studies/index.ts';

/** What keeps studies and samples them. */
export interface StudyTools {
  readonly controller: StudyController;
  readonly store: StudyStore;
  readonly clock: Clock;
  /** Makes a new UUID. */
  readonly createId: () => string;
  /** What was set up and not begun yet, kept over a reload; read back it is hostile. */
  readonly keptForm: { read(): unknown; write(value: unknown): void };
  /** The file of prompts that was chosen last, held while the page is open: it may be larger than what a browser keeps of a form. */
  readonly heldFile: { read(): HeldPromptFile | null; write(held: HeldPromptFile | null): void };
  /** Says beside the playground's run that a study is under way, and what a run does to it; nothing while none is. */
  readonly Beside: ComponentType;
}

/** A file of prompts, and what a person said of its columns. */
export interface HeldPromptFile {
  readonly file: PromptFile;
  readonly columns: AskedColumns;
}

/** What the playground has set up: a study begins with it. */
export interface PlaygroundSetUp {
  readonly sampling: StudySampling;
  readonly arms: readonly ArmKind[];
  readonly split: Split;
  readonly seed: number;
  /** Null for the scorer that suits the model. */
  readonly scorerId: string | null;
  readonly scorerValues: SettingValues;
}

/** What the page has for sampling a study. */
export interface StudyPage {
  /** Fetched when the screen is opened. */
  readonly tools: Late<StudyTools>;
  /** Null while the browser is being looked at. */
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  readonly setUp: PlaygroundSetUp;
  readonly models: ModelSession;
  readonly scorers: Scorers;
  readonly lacks: FindLacks;
  /** How fast this machine was when it was last measured; read back it is hostile. */
  readonly keptPace: { read(): unknown };
}
