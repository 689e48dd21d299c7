import { expect, test } from 'vitest';
import { indexRelease } from '../../src/api/release/release-index.ts';
import { logSentence } from '../../src/api/views/log-sentence.ts';
import type { Reading } from '../../src/api/views/reading.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import { roles, sampleRelease } from './bureau.ts';

test('a change of standard that waits for a judgement is named in the log, though it is no step', () => {
  const index = indexRelease(sampleRelease(), roles);
  const [spec] = Object.values(index.release.procedures);
  const reading = { index, spec } as Pick<Reading, 'index' | 'spec'> as Reading;
  const [who] = Object.keys(spec?.roles ?? {});
  const data = { kind: 'told', who: who ?? '', what: 'proposed' } as const;
  const told = logSentence(reading, { data } as Pick<LogEntry, 'data'> as LogEntry);
  expect(told.zh).toMatch(/^“更换标准”待审批，已告知.+/u);
  expect(told.en).toMatch(/^switch of standard: to be judged, .+ told$/u);
});
