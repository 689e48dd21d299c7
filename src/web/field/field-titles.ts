import type { Text } from '../../model/text.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh.ts';

type Named = {
  readonly [Key in keyof typeof zh]: (typeof zh)[Key] extends string ? Key : never;
}[keyof typeof zh];

const titled = (key: Named): Text => ({ zh: zh[key], en: en[key] });

/** The titles of the fields of a request in the forms, by their names in the request. */
export const fieldTitles: Readonly<Record<string, Text>> = {
  at: titled('reportAt'),
  channel: titled('reportChannel'),
  text: titled('reportText'),
  place: titled('reportPlace'),
  zone: titled('reportZone'),
  unit: titled('reportUnit'),
  handledAt: titled('reportWay'),
  happened: titled('happened'),
  reason: titled('deviateReason'),
  evidence: titled('evidence'),
  note: titled('note'),
  person: titled('handOverPerson'),
};
