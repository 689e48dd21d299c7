import { expect, test } from 'vitest';
import { readAnswer } from '../../../src/web/server/read-answer.ts';
import { sendableBody } from '../../../src/web/server/sendable-body.ts';

test('what is sent is without the control characters that were pasted', () => {
  const body = { note: 'a\u000bb\0c\td\ne\ud800', facts: { x: 1, y: '\u0007' } };
  expect(JSON.parse(sendableBody(body))).toEqual({ note: 'a\nbc\td\ne', facts: { x: 1, y: '' } });
});

test('what is read shows what would turn the line around', () => {
  expect(readAnswer('{"note":"张\u202e三","n":[1]}')).toEqual({ note: '张⟨U+202E⟩三', n: [1] });
});
