/** An act broke an invariant of the engine: it was not taken, nothing was changed, and to send it again is no use. */
export class BrokenAct extends Error {
  override readonly name = 'BrokenAct';
}
