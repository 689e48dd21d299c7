import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures go through the codec too: they may name what is personal. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
