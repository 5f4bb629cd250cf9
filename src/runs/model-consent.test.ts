import { describe, expect, it } from 'vitest';
import { chooseNamed, type ChosenModel } from './chosen-model.ts';
import { ModelConsent } from './model-consent.ts';
import { ModelSession } from './model-session.ts';
import { atOnce, fakeCatalog, loaded, OTHER, SOURCE } from './testing/set-up.ts';

const here = chooseNamed(SOURCE, 'Here');
const far: ChosenModel = { ...chooseNamed(OTHER, 'Far'), needsConsent: true };

function setUp() {
  const models = new ModelSession(
    fakeCatalog(() => Promise.resolve(loaded())),
    atOnce,
  );
  const consent = new ModelConsent(models);
  const acted: string[] = [];
  const act = ({ name }: ChosenModel): void => {
    acted.push(name);
  };
  return { models, consent, acted, act, asking: () => consent.asking.getSnapshot()?.name ?? null };
}

describe('what needs a model', () => {
  it('begins at once with one that is here, and not at all without one', () => {
    const { consent, acted, act, asking } = setUp();
    consent.withModel(null, act);
    consent.withModel(here, act);
    expect({ acted, asking: asking() }).toEqual({ acted: ['Here'], asking: null });
  });

  it('waits for consent to fetch one from elsewhere', () => {
    const { consent, acted, act, asking } = setUp();
    consent.withModel(far, act);
    expect({ acted, asking: asking() }).toEqual({ acted: [], asking: 'Far' });
    consent.agree(far);
    expect({ acted, asking: asking() }).toEqual({ acted: ['Far'], asking: null });
  });

  it('begins with another model that is taken in its place', () => {
    const { consent, acted, act } = setUp();
    consent.withModel(far, act);
    consent.agree(here);
    expect(acted).toEqual(['Here']);
  });

  it('is forgotten when the person declines', () => {
    const { consent, acted, act, asking } = setUp();
    consent.withModel(far, act);
    consent.cancel();
    consent.agree(far);
    expect({ acted, asking: asking() }).toEqual({ acted: [], asking: null });
  });

  it('needs no consent for what is in memory', async () => {
    const { models, consent, acted, act } = setUp();
    await models.ensure(OTHER, new AbortController().signal);
    consent.withModel(far, act);
    expect(acted).toEqual(['Far']);
  });
});
