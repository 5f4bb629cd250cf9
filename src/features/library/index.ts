/** The screen "Runs". */
export { LibraryScreen, type LibraryScreenProps } from './library-screen.tsx';
