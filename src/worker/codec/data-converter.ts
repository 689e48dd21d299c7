import type { DataConverter } from '@temporalio/common';
import { builtFile } from '../server/built-file.ts';
import { payloadCodec, type CodecTrust } from './payload-codec.ts';

/** How everything that goes to Temporal is written: JSON, compressed, encrypted, failures included. */
export const dataConverter = (trust: CodecTrust): DataConverter => ({
  payloadConverterPath: builtFile('src/worker/codec/payload-converter.js'),
  failureConverterPath: builtFile('src/worker/codec/failure-converter.js'),
  payloadCodecs: [payloadCodec(trust)],
});
