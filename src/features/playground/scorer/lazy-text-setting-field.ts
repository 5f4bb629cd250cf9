import { latePart } from '../../../ui/index.ts';

/** The scorer that is suggested has nothing to be typed. */
export const { Part: TextSettingField } = latePart(
  async () => (await import('./text-setting-field.tsx')).TextSettingField,
  'What is set here could not be fetched. Reload the page when the network is back.',
);
