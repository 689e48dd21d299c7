export { procedure } from './procedure.ts';
