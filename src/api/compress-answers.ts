import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import type { ApiApp } from './api-app.ts';

// Less than a packet or two is not made quicker by it.
const bytesMin = 2048;

/**
 * Compresses answers. What BREACH needs is not there: no secret stands in a body beside words of who wants to know it
 * (the session's token is only in a cookie), and another site's page cannot ask in a reader's name, because its
 * requests come without the cookie. Files and the event stream go out as they are, and requests are not unpacked:
 * some kilobytes could become gigabytes.
 */
export async function compressAnswers(app: ApiApp): Promise<void> {
  await app.register(fastifyCompress, {
    threshold: bytesMin,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    // Brotli's default is made for what is compressed once and read often: it takes a hundred times as long.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 6 },
  });
}
