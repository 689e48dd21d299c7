import {
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Interceptor>;

// gRPC's number for a call that its own side gave up.
const cancelled = 1;

/**
 * Tries calls again as the client does by itself, until the connection is closed: the closed channel would throw where
 * nobody catches it, and the process would die of a stop.
 */
export const retriedUntilClosed = (isClosed: () => boolean): readonly Interceptor[] => [
  makeGrpcRetryInterceptor(defaultGrpcRetryOptions()),
  untilClosed(isClosed),
];

const untilClosed =
  (isClosed: () => boolean): Interceptor =>
  (options, nextCall) =>
    isClosed() ? endedCall() : (nextCall(options) as unknown as Call);

function endedCall(): Call {
  const nothing = () => undefined;
  const call = {
    start(metadata: unknown, listener?: { onReceiveStatus?(status: object): void }) {
      listener?.onReceiveStatus?.({ code: cancelled, details: 'the client is closed', metadata });
    },
    ...{ sendMessage: nothing, sendMessageWithContext: nothing, halfClose: nothing },
    ...{ startRead: nothing, cancelWithStatus: nothing, getPeer: () => '' },
  };
  return call as unknown as Call;
}
