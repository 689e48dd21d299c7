import {
  ApplicationFailure,
  DefaultFailureConverter,
  type PayloadConverter,
  type ProtoFailure,
  type SerializationContext,
} from '@temporalio/common';

/** Reads every failure: who completes an activity from outside may leave out what the SDK takes for granted. */
class TotalFailureConverter extends DefaultFailureConverter {
  override failureToError(
    failure: ProtoFailure,
    converter: PayloadConverter,
    context?: SerializationContext,
  ): Error {
    try {
      return super.failureToError(failure, converter, context);
    } catch {
      return ApplicationFailure.create({ type: 'foreign', message: 'a failure cannot be read' });
    }
  }
}

/** Messages and stack traces of failures go through the codec too: they may name what is personal. */
export const failureConverter = new TotalFailureConverter({ encodeCommonAttributes: true });
