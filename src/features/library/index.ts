/** The screen "Runs". */
export { LibraryScreen } from './library-screen.tsx';
