import type { FactField } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { writeMoment } from '../../model/write-moment.ts';
import { weighed, type Chance } from './chance.ts';
import type { OfficerScript } from './officer-script.ts';
import type { Story } from './stories.ts';

/** The sources that answers are taken from. */
export interface AnswerSources {
  readonly script: OfficerScript;
  readonly chance: Chance;
  readonly story: Story;
  /** The standard that the incident runs under. */
  readonly standard: string;
  /** The domain instant of the answer. */
  readonly now: number;
}

/** Answers what a step asks: as the report turns out, else as the script has it, else plausibly. */
export function answerFacts(
  fields: readonly FactField[],
  sources: AnswerSources,
): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer =
        known(field, sources) ?? (field.required ? plausible(field, sources) : undefined);
      const isNews = answer !== undefined && (field.required || answer !== field.value);
      return isNews ? [[field.id, answer]] : [];
    }),
  );
}

function known(field: FactField, { script, chance, story, standard }: AnswerSources) {
  const told = fitting(field, story.answers[field.id]);
  if (told !== undefined) return told;
  if (field.value !== undefined) return field.required ? field.value : undefined;
  if (script['present-standard'].includes(field.id)) return fitting(field, standard);
  const scripted = script['answers-in']?.[standard]?.[field.id] ?? script.answers[field.id];
  if (scripted === undefined) return undefined;
  const drawn = chance(story.name, field.id);
  if (Array.isArray(scripted)) {
    const [least = 0, most = 0] = scripted as readonly number[];
    return fitting(field, Math.round(least + drawn * (most - least)));
  }
  return fitting(
    field,
    typeof scripted === 'object'
      ? weighed(drawn, scripted as Readonly<Record<string, number>>)
      : (scripted as FactValue),
  );
}

// An answer that the field does not take, such as the choice of another standard, is none.
function fitting(field: FactField, answer: FactValue | undefined): FactValue | undefined {
  if (answer === undefined) return undefined;
  switch (field.kind) {
    case 'choice':
      return field.choices?.some(({ value }) => value === String(answer))
        ? String(answer)
        : undefined;
    case 'number': {
      const number = Number(answer);
      const isWithin = number >= (field.min ?? -Infinity) && number <= (field.max ?? Infinity);
      return isWithin ? number : undefined;
    }
    case 'text':
    case 'time':
      return String(answer);
  }
}

function plausible(field: FactField, { script, now }: AnswerSources): FactValue | undefined {
  switch (field.kind) {
    case 'choice':
      return field.choices?.[0]?.value;
    case 'number':
      return field.min ?? 0;
    case 'text':
      return script.words;
    case 'time':
      return writeMoment(now);
  }
}
