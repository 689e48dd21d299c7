import { expect, test } from 'vitest';
import { buildReport } from '../../../src/web/report/build-report.ts';
import { emptyReportDraft } from '../../../src/web/report/report-draft.ts';
import { pathOf, placeOf, type Place } from '../../../src/web/routing/place.ts';

test('a report sends only what was given and confirmed', () => {
  const draft = {
    ...emptyReportDraft,
    text: ' a bag ',
    phone: ' 130 ',
    facts: { missing: 'lost', danger: undefined },
    denied: ['missing unsure'],
  };
  expect(buildReport(draft, 'desk')).toEqual({
    channel: 'desk',
    text: 'a bag',
    reporter: { phone: '130' },
    facts: { missing: 'lost' },
  });
});

test('a report came in when its first word was typed, unless somebody gives another time', () => {
  const draft = { ...emptyReportDraft, text: 'a bag', begun: '2026-03-01T16:30:05.000Z' };
  expect(buildReport(draft, 'desk').at).toBe('2026-03-01T16:30:05.000Z');
  expect(buildReport({ ...draft, at: '2026-03-02T00:10:00' }, 'desk').at).toBe(
    '2026-03-01T16:10:00.000Z',
  );
  expect(buildReport({ ...draft, at: '2026-03' }, 'desk').at).toBe('2026-03-01T16:30:05.000Z');
});

test.each<Place>([
  { page: 'prompts' },
  { page: 'report' },
  { page: 'incidents' },
  { page: 'incident', incident: 'I 1/2' },
  { page: 'step', incident: 'I1', step: 'look?' },
])('the address of $page leads back to it', (place) => {
  expect(placeOf(pathOf(place))).toEqual(place);
});

test.each(['/nowhere', '/report/x', '/incidents/I1/steps', '/incidents/I1/steps/a/b'])(
  '%s is no place',
  (path) => {
    expect(placeOf(path)).toEqual({ page: 'unknown' });
  },
);

test('an address that is badly encoded is read as it stands', () => {
  expect(placeOf('/incidents/%E0')).toEqual({ page: 'incident', incident: '%E0' });
});
