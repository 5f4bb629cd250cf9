import { expect, it } from 'vitest';
import { PolicyError } from './core/index.ts';
import { fakePolicy, fakeRewardModel } from './core/testing/fake-run.ts';
import { loaded } from './runs/testing/set-up.ts';
import { lackingRunsOf } from './studies/kept/runs-left.ts';
import { answer, begun, openPage, RUNS, study, viewOf } from './testing/study-page.ts';

it('asks again for what failed in runs that have ended, and for nothing else', async () => {
  const whole = await begun();
  await openPage(whole).goOn();
  const shared = await begun();
  const failing = fakePolicy((request, call) =>
    call % 9 === 4 ? new PolicyError('context-overflow', 'It is too long.') : answer(request),
  );
  const before = openPage(shared, loaded(failing));
  await before.goOn();
  const failed = viewOf(before).progress?.failed ?? 0;
  expect(failed).toBeGreaterThan(1);
  const { ids, responses } = lackingRunsOf(study, (await shared.runs.list()).runs);
  expect(ids.size).toBeGreaterThan(0);
  expect(responses).toBeGreaterThan(0);
  const idle = openPage(shared);
  await idle.goOn();
  expect(idle.policy.asked).toEqual([]);

  const page = openPage(shared);
  await page.goOn(true);
  expect(viewOf(page)).toMatchObject({ state: 'finished', problem: null });
  expect(viewOf(page).progress).toMatchObject({ runsDone: 4, textsDone: 28, failed: 0 });
  // A feedback that its refinements were written without isn't asked for again.
  expect(page.policy.asked.length).toBeGreaterThan(0);
  expect(page.policy.asked.length).toBeLessThanOrEqual(failed);
  expect(lackingRunsOf(study, (await shared.runs.list()).runs).responses).toBe(0);
  expect((await page.runs.list()).runs.map(({ state }) => state.status)).toEqual(
    RUNS.map(() => 'finished'),
  );
});

it('asks once more for what fails again, and then lets it be', async () => {
  const shared = await begun();
  const failing = () =>
    loaded(
      fakePolicy((request) =>
        request.seed % 2 === 0 ? new PolicyError('context-overflow', 'No.') : answer(request),
      ),
    );
  await openPage(shared, failing()).goOn();
  const lost = lackingRunsOf(study, (await shared.runs.list()).runs);
  expect(lost.responses).toBeGreaterThan(0);
  const page = openPage(shared, failing());
  await page.goOn(true);
  expect(viewOf(page).state).toBe('finished');
  expect(lackingRunsOf(study, (await shared.runs.list()).runs)).toEqual(lost);
});

it('asks the scorer again for what it failed on in runs that have ended, and writes nothing for it', async () => {
  const shared = await begun();
  const failing = fakeRewardModel(({ response }) => {
    if (response.startsWith('word 3')) throw new Error('The scorer has no memory left.');
    return response.length;
  });
  const lackingNow = async () => {
    const kept = await shared.studies.load(study.id);
    if (kept === null) throw new Error('The study is gone.');
    return lackingRunsOf(kept, (await shared.runs.list()).runs);
  };
  await openPage(shared, loaded(fakePolicy(answer)), () => failing).goOn();
  const lost = await lackingNow();
  expect(lost.rewards).toBeGreaterThan(0);
  expect(lost.responses).toBe(0);
  await openPage(shared, loaded(fakePolicy(answer)), () => failing).goOn(true);
  expect(await lackingNow()).toEqual(lost);
  const page = openPage(shared);
  await page.goOn(true);
  expect(viewOf(page)).toMatchObject({ state: 'finished', problem: null });
  expect(page.policy.asked).toEqual([]);
  expect(await lackingNow()).toMatchObject({ ids: new Set(), rewards: 0 });
});
