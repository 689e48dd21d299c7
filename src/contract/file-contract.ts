import { Type, type Static } from 'typebox';

/** A file of an incident. `name` is as the device called it; evidence names the file by its hash. */
export const FileView = Type.Object({
  sha256: Type.String(),
  size: Type.Integer(),
  type: Type.String(),
  name: Type.Optional(Type.String()),
});
export type FileView = Static<typeof FileView>;
