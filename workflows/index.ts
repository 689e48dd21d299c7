export { procedure } from './procedure.ts';
export { unknownType as default } from './unknown-type.ts';
