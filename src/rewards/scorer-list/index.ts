export * from './scorer-list.ts';
export * from './scorer-settings.ts';
