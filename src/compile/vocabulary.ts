import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { BasisSpec } from '../model/procedure-spec.ts';
import type { RoleSpec } from '../model/role-spec.ts';
import type { FactSource } from '../model/source/fact-source.ts';
import type { SettingsSource, VocabularySource } from '../model/source/vocabulary-source.ts';
import type { Text } from '../model/text.ts';

/** A calendar as written. */
export type CalendarSource = NonNullable<VocabularySource['calendars']>[string];

type Words<Value> = Readonly<Record<string, Value>>;

/** A thing and where it is written. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: ProblemPlace;
}

/** All vocabulary files as one. */
export interface Vocabulary {
  readonly roles: Words<RoleSpec>;
  readonly evidence: Words<Text>;
  readonly equipment: Words<Text>;
  readonly bases: Words<BasisSpec>;
  readonly categories: Words<Text>;
  readonly channels: Words<Text>;
  readonly zones: Words<Text>;
  readonly ways: Words<Text>;
  readonly anchors: Words<Text>;
  readonly choices: Words<Text>;
  readonly reasons: Words<Text>;
  readonly protects: Words<Text>;
  readonly facts: Words<Placed<FactSource>>;
  readonly calendars: Words<Placed<CalendarSource>>;
  readonly settings: Placed<SettingsSource> | undefined;
}
