// For each promise in the sandbox the SDK takes a stack, to show where a workflow waits, and looks each of its frames up
// in the source map: a fifth of the time of the workflows' thread. Two frames cost next to nothing, and of an error they
// are the place and its caller. Where an incident waits, its own view tells better.
(Error as { stackTraceLimit?: number }).stackTraceLimit = 2;
