import { describe, expect, it } from 'vitest';
import { makeArm, plantTree, type RunHeader, type Scoring } from '../core/index.ts';
import { fakeHeader, fakeRewardModel } from '../core/testing/fake-run.ts';
import { chooseNamed, type ChosenModel } from './chosen-model.ts';
import { Subject } from './observable.ts';
import { RunActions, type Choices } from './run-actions.ts';
import type { RunRequest } from './run-controller.ts';
import { IDLE, type RunView } from './run-view.ts';
import type { ScoringRequest } from './injected-scorers.ts';
import { assessmentOf, fakeOffer } from './testing/fake-assessment.ts';
import { fakeScorers } from './testing/fake-scorers.ts';
import { atOnce, OTHER, plan, SOURCE } from './testing/set-up.ts';

const embedded = chooseNamed(SOURCE, 'Here');
const far: ChosenModel = { ...chooseNamed(OTHER, 'Far'), needsConsent: true };
const prebuilt = { kind: 'webllm-prebuilt', modelId: 'm' } as const;
const settings = { values: { weight: 2 }, seed: 7 };
const kept = fakeRewardModel(() => 0).description;
const header: RunHeader = {
  ...fakeHeader(plan),
  policy: { ...fakeHeader(plan).policy, vocabularyTokens: 500 },
  rewardModel: { ...kept, id: 'own', settings: { kept: 'as it was' } },
};

function setUp() {
  const scorers = fakeScorers();
  const told: {
    started: RunRequest[];
    resumed: unknown[];
    extended: unknown[];
    scored: ScoringRequest[];
  } = {
    ...{ started: [], resumed: [], extended: [], scored: [] },
  };
  const tell =
    <Request>(list: Request[]) =>
    (request: Request): Promise<void> => {
      list.push(request);
      return Promise.resolve();
    };
  const view = new Subject<RunView>({ ...IDLE, tree: plantTree(header) }, atOnce);
  const actions = new RunActions({
    controller: {
      view,
      start: tell(told.started),
      resume: tell(told.resumed),
      extend: (source, _scorer, next) => tell(told.extended)([source, next(plantTree(header))]),
      score: tell(told.scored),
    },
    models: { state: new Subject({ status: 'none' }, atOnce) },
    scorers,
    lacks: () => [],
  });
  return { actions, told, made: scorers.made, asking: () => actions.asking.getSnapshot()?.name };
}

const choose = (choice: ChosenModel | null): Choices => ({ assessment: null, choice, settings });
const ignore = (): void => undefined;

describe('starting a run', () => {
  it('takes the scorer that a person chose, and otherwise the one that suits the model', () => {
    const { actions, made, told } = setUp();
    const run = (scorerId: string | null, choice: ChosenModel): void => {
      actions.run({ name: 'Test', plan, scorerId }, choose(choice), ignore);
    };
    run('judge', embedded);
    run(null, embedded);
    run(null, chooseNamed(prebuilt, 'Other'));
    expect(made.map(({ id }) => id)).toEqual(['judge', 'embedded-best', 'any-best']);
    expect(made[0]).toEqual({ made: 'run', id: 'judge', ...settings });
    expect(told.started.map(({ source }) => source)).toEqual([SOURCE, SOURCE, prebuilt]);
  });

  it('begins only when the person has agreed to a model from elsewhere, by the one agreed to', () => {
    const { actions, made, told, asking } = setUp();
    let begun = 0;
    actions.run({ name: 'Test', plan, scorerId: null }, choose(far), () => {
      begun += 1;
    });
    expect([asking(), begun, told.started.length]).toEqual(['Far', 0, 0]);
    actions.agree(embedded);
    expect([asking(), begun, told.started.length]).toEqual([undefined, 1, 1]);
    expect(made.map(({ id }) => id)).toEqual(['embedded-best']);
  });

  it('begins nothing without a model, and nothing that was cancelled', () => {
    const { actions, told } = setUp();
    actions.run({ name: 'Test', plan, scorerId: null }, choose(null), ignore);
    actions.run({ name: 'Test', plan, scorerId: null }, choose(far), ignore);
    actions.cancel();
    actions.agree(far);
    expect(told.started).toEqual([]);
  });
});

describe('continuing a run', () => {
  it('takes the run’s own scorer, set as the run tells it was', () => {
    const { actions, made, told } = setUp();
    actions.resume(header, choose(embedded));
    const values = { weight: 2, kept: 'as it was' };
    expect(made).toEqual([{ made: 'run', id: 'own', values, seed: 7 }]);
    expect(told.resumed).toEqual([SOURCE]);
  });

  it('takes the model that wrote it where that is offered, whichever is chosen', () => {
    const { actions, told } = setUp();
    const assessment = assessmentOf([fakeOffer(header.policy.id, 'embedded')]);
    actions.resume(header, { assessment, choice: chooseNamed(OTHER, 'Other'), settings });
    expect(told.resumed).toEqual([SOURCE]);
  });

  it('does nothing where there is no run', () => {
    const { actions, told } = setUp();
    actions.resume(null, choose(embedded));
    expect(told.resumed).toEqual([]);
  });

  it('samples further arms by its own model and scorer', () => {
    const { actions, told, made } = setUp();
    const arms = [makeArm('prs', 2, [2, 0])];
    actions.extend(header, () => arms, choose(embedded));
    expect(told.extended).toEqual([[SOURCE, arms]]);
    expect(made).toHaveLength(1);
  });
});

describe('asking a scorer about a run', () => {
  const wish = { conditionedOn: 'prompt', bothWays: true } as const;

  it('tells it the vocabulary that the run was drawn from', () => {
    const { actions, made, told } = setUp();
    actions.score({ ...wish, scorerId: 'length' }, choose(embedded));
    expect(made).toEqual([{ made: 'scoring', id: 'length', ...settings, vocabularyTokens: 500 }]);
    expect(told.scored).toMatchObject([{ ...wish, source: SOURCE, again: null }]);
  });

  it('asks about the model only where the scorer reads with one', () => {
    const { actions, told, asking } = setUp();
    actions.score({ ...wish, scorerId: 'length' }, choose(far));
    expect([asking(), told.scored.length]).toEqual([undefined, 1]);
    actions.score({ ...wish, scorerId: 'judge' }, choose(far));
    expect([asking(), told.scored.length]).toEqual(['Far', 1]);
    actions.agree(far);
    expect(told.scored).toMatchObject([{ source: OTHER }, { source: OTHER }]);
  });

  it('leaves it to the controller to say that a model or a scorer is missing', () => {
    const { actions, told } = setUp();
    actions.score({ ...wish, scorerId: 'judge' }, choose(null));
    actions.score({ ...wish, scorerId: 'gone' }, choose(null));
    expect(told.scored).toMatchObject([{ source: null }, { source: null }]);
  });

  it('tries again with the settings that the scoring was made with, both ways where it began so', () => {
    const { actions, made, told } = setUp();
    const begun: Scoring = {
      ...{ id: 's1', rewardModel: header.rewardModel, conditionedOn: 'prompt', outcomes: [] },
    };
    const reward = { value: 1, breakdown: [], conditionedOn: 'prompt' } as const;
    const response = { armId: 'prs', nodeId: 'draft-1' };
    const outcomeOf = (otherReward: typeof reward | null) => {
      return [{ response, scoring: { status: 'scored', reward, otherReward } as const }];
    };
    actions.retry({ ...begun, bothWays: true }, choose(embedded));
    actions.retry({ ...begun, outcomes: outcomeOf(reward) }, choose(embedded));
    actions.retry({ ...begun, outcomes: outcomeOf(null) }, choose(embedded));
    const values = { weight: 2, kept: 'as it was' };
    expect(made[0]).toEqual({
      ...{ made: 'scoring', id: 'own', values, seed: 7, vocabularyTokens: 500 },
    });
    const asked = told.scored.map(({ again, bothWays }) => [again, bothWays]);
    expect(asked).toEqual([
      ['s1', true],
      ['s1', true],
      ['s1', false],
    ]);
  });
});
