import type { DataConverter } from '@temporalio/common';
import { builtFile } from '../server/built-file.ts';
import { payloadCodec, type CodecTrust } from './payload-codec.ts';

/** The form of everything that goes to Temporal: JSON, compressed, encrypted, failures included. */
export const dataConverter = (trust: CodecTrust): DataConverter => ({
  payloadConverterPath: builtFile('src/worker/codec/payload-converter.js'),
  failureConverterPath: builtFile('src/worker/codec/failure-converter.js'),
  payloadCodecs: [payloadCodec(trust)],
});
