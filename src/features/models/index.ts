export { ModelsScreen, type ModelsScreenProps } from './models-screen.tsx';
