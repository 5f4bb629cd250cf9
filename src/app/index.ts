export { App } from './app.tsx';
export type { AppDependencies } from './dependencies.ts';
export { ErrorBoundary } from './error-boundary.tsx';
export { keepTheme, THEME_KEY } from './theme.ts';
