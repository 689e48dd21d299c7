import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Text } from '../../model/text.ts';
import { reportKeys } from './told-report.ts';

/** Columns that are no facts. */
export const ownColumns: readonly string[] = [
  ...reportKeys,
  'reporter-name',
  'reporter-phone',
  'event',
];

const neededColumns = ['channel', 'text'];
const separators: Readonly<Record<string, Text>> = {
  ';': { zh: '分号 `;`', en: 'semicolons' },
  '\t': { zh: '制表符', en: 'tabs' },
  '|': { zh: '竖线 `|`', en: 'bars' },
  '，': { zh: '全角逗号 `，`', en: 'full-width commas' },
};

/** Why no row of a file can be read under its header: another separator, strange names, a name twice, one missing. */
export function headerFault(names: readonly string[]): Text | undefined {
  const [only = ''] = names;
  const [other] = Object.keys(separators).filter(
    (each) => names.length === 1 && only.includes(each),
  );
  const found = other === undefined ? undefined : separators[other];
  if (found)
    return {
      zh: `各列用${found.zh}隔开，要用英文逗号 \`,\``,
      en: `the columns are separated by ${found.en}: separate them by commas`,
    };
  const strange = names.filter((name) => name !== '' && !idForm.test(name));
  if (strange.length > 0) return unknownColumns(strange);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  if (twice !== undefined)
    return { zh: `有两列都叫 \`${twice}\``, en: `two columns are named \`${twice}\`` };
  const missing = neededColumns.filter((name) => !names.includes(name));
  return missing.length === 0 ? undefined : missingColumns(missing, names);
}

const idForm = /^[a-z0-9][a-z0-9-]*$/u;

const quoted = (words: readonly string[]) => words.map((word) => `\`${word}\``);

function unknownColumns(names: readonly string[]): Text {
  const list = quoted(names);
  const known = quoted(ownColumns);
  return {
    zh: `不认识列 ${list.join('、')}；列名可用 ${known.join('、')}，以及事实的标识`,
    en: `unknown columns ${list.join(', ')}: a column is named ${known.join(', ')}, or as a fact`,
  };
}

function missingColumns(missing: readonly string[], names: readonly string[]): Text {
  const meant = missing.flatMap((name) => nearestWord(name, names) ?? []);
  const [list, instead] = [quoted(missing), quoted(meant)];
  return {
    zh: `第一行缺列 ${list.join('、')}${meant.length === 0 ? '' : `（是不是 ${instead.join('、')}？）`}`,
    en: `the first line lacks ${list.join(' and ')}${meant.length === 0 ? '' : ` (is it ${instead.join(', ')}?)`}`,
  };
}
