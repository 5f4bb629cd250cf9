/** What the blend is called in kept runs. Version 3 has floors; a run that an earlier version began goes on without them. */
export const EMBEDDED_BLEND = { id: 'embedded-blend', versionWithFloors: 3 } as const;
