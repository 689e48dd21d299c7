import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { testIds } from '../../src/web/test-ids.ts';
import { addFile } from './pages.ts';
import type { Visitor } from './visitor.ts';

const form = Buffer.from('list of what was stolen\n'.repeat(1000));
const formHash = createHash('sha256').update(form).digest('hex');

/** Does a step with a file while the network is away: what is typed and the file wait for it. */
export async function sendFileOverABadNetwork(officer: Visitor, kind: string): Promise<void> {
  const path = '**/api/incidents/*/files';
  await officer.page.route(path, (route) => route.abort());
  await addFile(officer, kind, {
    name: 'empty.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(0),
  });
  const upload = officer.see(testIds.upload);
  await upload.and(officer.page.locator('[data-standing="refused"]')).waitFor();
  await upload.getByTestId(testIds.fileRemove).click();
  await addFile(officer, kind, { name: '失窃清单.txt', mimeType: 'text/plain', buffer: form });
  await upload.and(officer.page.locator('[data-standing="waiting"]')).waitFor();
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.stepSubmit).getByText('Sent as soon as the files are there').waitFor();
  await officer.picture('step-file-waiting');
  // What was typed and the file outlive a look at another page.
  await officer.press(testIds.goPrompts);
  await officer.see(testIds.promptsPage).waitFor();
  await officer.page.goBack();
  await upload.waitFor();
  await officer.page.unroute(path);
  await upload.and(officer.page.locator('[data-standing="kept"]')).waitFor();
  // A phone drops the page that lies behind its camera: loaded anew, all is there.
  await officer.page.reload();
  await upload.and(officer.page.locator('[data-standing="kept"]')).waitFor();
  await officer.picture('step-facts');
  await officer.press(testIds.stepSubmit);
  await officer.see(testIds.taken).waitFor();
  expect(await officer.see(testIds.takenFile).textContent()).toContain(formHash);
  await officer.picture('step-file-taken');
}

/** Reads that file from the step of which it is the evidence. */
export async function readFile(officer: Visitor, incident: string, step: string): Promise<void> {
  const link = officer.see(testIds.stepRow(step)).getByTestId(testIds.fileLink);
  await link.waitFor();
  expect(await link.textContent()).toContain('失窃清单.txt');
  const href = await link.getAttribute('href');
  expect(href).toBe(`/api/incidents/${incident}/files/${formHash}`);
  const read = await officer.page.request.get(href ?? '');
  expect(
    createHash('sha256')
      .update(await read.body())
      .digest('hex'),
  ).toBe(formHash);
}
