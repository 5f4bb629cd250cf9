export { createAddressBar } from './address/address-bar.ts';
export { hrefOfPath, usePathInAddress } from './address/path-in-address.ts';
export { App } from './app.tsx';
export type { AppDependencies } from './app-dependencies.ts';
export { beginFirstPicture } from './first-picture.ts';
export { ErrorBoundary } from './error-boundary.tsx';
export { keepTheme, THEME_KEY } from './theme-switch.tsx';
