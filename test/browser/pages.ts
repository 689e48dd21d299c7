import type { Locator } from 'playwright-core';
import { testIds } from '../../src/web/test-ids.ts';
import type { Visitor } from './visitor.ts';

/** The values that go into the report form, each in the words of the page. */
export interface ReportTyped {
  readonly channel: string;
  readonly text: string;
  readonly place: string;
  readonly name: string;
  readonly phone: string;
  readonly way: string;
  readonly zone: string;
  readonly unit?: string;
}

/** Fills the report form; sending it is another thing. */
export async function fillReport(visitor: Visitor, report: ReportTyped): Promise<void> {
  await visitor.press(testIds.goReport);
  await visitor.choose(testIds.reportChannel, report.channel);
  await visitor.type(testIds.reportText, report.text);
  await visitor.type(testIds.reportPlace, report.place);
  await visitor.type(testIds.reporterName, report.name);
  await visitor.type(testIds.reporterPhone, report.phone);
  await visitor.choose(testIds.reportWay, report.way);
  await visitor.choose(testIds.reportZone, report.zone);
  if (report.unit !== undefined) await visitor.choose(testIds.reportUnit, report.unit);
}

/** Confirms what a word of the report suggests. */
export async function confirmSuggestion(
  visitor: Visitor,
  fact: string,
  word: string,
): Promise<void> {
  const suggestion = visitor.see(testIds.suggestion(fact)).filter({ hasText: word });
  await suggestion.getByTestId(testIds.suggestionConfirm(fact)).click();
}

/** Goes from the receipt of a report to its incident and returns its id. */
export async function openReported(visitor: Visitor): Promise<string> {
  await visitor.press(testIds.reportOpen);
  await visitor.see(testIds.incidentPage).waitFor();
  return new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
}

/** The steps of an incident that wait for the visitor, in the order in which they are shown. */
export async function promptsOf(visitor: Visitor, incident: string): Promise<readonly string[]> {
  await visitor.press(testIds.goPrompts);
  await visitor.prompt(incident).first().waitFor();
  const prompts = await visitor.prompt(incident).all();
  const marks = await Promise.all(prompts.map((prompt) => prompt.getAttribute('data-testid')));
  return marks.map((mark) => mark?.replace(testIds.prompt(''), '') ?? '');
}

/** The values that a step's form takes. */
export interface StepTyped {
  /** Choices by their words; a number or a text as typed. */
  readonly chosen?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly evidence?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** Adds a file to the evidence of a step's form; whether it arrives is another thing. */
export async function addFile(
  visitor: Visitor,
  kind: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const ways = visitor.see(testIds.evidenceWays(kind));
  await ways.getByTestId(testIds.fileInput).setInputFiles(file);
}

export async function openStep(visitor: Visitor, incident: string, step: string): Promise<void> {
  await visitor.go(`/incidents/${incident}/steps/${step}`);
  await visitor.see(testIds.stepForm).waitFor();
}

export async function fillStep(visitor: Visitor, given: StepTyped): Promise<void> {
  for (const [fact, words] of Object.entries(given.chosen ?? {})) {
    await visitor.choose(testIds.fact(fact), words);
  }
  for (const [fact, text] of Object.entries(given.typed ?? {})) {
    await visitor.see(testIds.fact(fact)).locator('input, textarea:not([aria-hidden])').fill(text);
  }
  for (const [kind, reference] of Object.entries(given.evidence ?? {})) {
    await visitor.type(testIds.evidence(kind), reference);
  }
  if (given.note !== undefined) {
    await visitor.see(testIds.stepForm).getByTestId(testIds.note).fill(given.note);
  }
}

/** Does a step on its own page and waits for the receipt. */
export async function doStep(
  visitor: Visitor,
  incident: string,
  step: string,
  given: StepTyped = {},
): Promise<void> {
  await openStep(visitor, incident, step);
  await fillStep(visitor, given);
  await visitor.press(testIds.stepSubmit);
  await visitor.see(testIds.taken).waitFor();
}

/** Chooses another act on the step than doing it, by its words. */
export async function chooseAct(visitor: Visitor, words: string): Promise<void> {
  await visitor.see(testIds.actionChoice).getByText(words, { exact: true }).click();
}

/** Presses `close` on the incident's page and returns the refusal, by how the steps stand. */
export async function closeInVain(visitor: Visitor, incident: string): Promise<Locator> {
  await visitor.go(`/incidents/${incident}`);
  await visitor.see(testIds.closeButton).getByTestId(testIds.send).click();
  const refusal = visitor.see(testIds.closePanel).getByTestId(testIds.refusal);
  await refusal.waitFor();
  return refusal;
}

/** The titles that a refusal or a panel lists as open, waiting or undecided. */
export async function listed(place: Locator, way: string): Promise<readonly string[]> {
  return place.getByTestId(testIds.standing(way)).getByRole('listitem').allTextContents();
}
