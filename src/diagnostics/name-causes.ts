import type { NameKind, Problem } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { buildError, named } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

const shownMax = 3;

/** A name that nobody uses as it is written where it is defined: there it is misspelt. */
export function definitionMisspelt(
  place: ProblemPlace,
  { kind, defined, meant, uses }: MisspeltDefinition,
): Problem {
  return buildError('VOC042', place, {
    message: {
      zh: `${quote(defined)} 没有任何地方使用，而有 ${uses.length} 处用了 ${quote(meant)}`,
      en: `nothing names ${quote(defined)}, and ${uses.length} places name ${quote(meant)}`,
    },
    help: {
      zh: `这里是不是 ${quote(meant)}？否则改正那些地方`,
      en: `was ${quote(meant)} meant here? else correct those places`,
    },
    about: { fault: 'misspelt', names: [named(kind, defined), named(kind, meant)] },
    related: uses.slice(0, shownMax).map(({ file, path }) => ({
      ...{ file, path },
      message: { zh: `这里用了 ${quote(meant)}`, en: `${quote(meant)} is named here` },
    })),
  });
}

interface MisspeltDefinition {
  readonly kind: NameKind;
  readonly defined: string;
  readonly meant: string;
  readonly uses: readonly Pick<Problem, 'file' | 'path'>[];
}

/** Many names of one kind that stand for nothing: what defines them is missing. */
export function manyUnknown(
  place: ProblemPlace,
  { kind, label, names, uses }: ManyUnknown,
): Problem {
  const list = quoteList(names);
  const where = places[kind];
  return buildError('VOC043', place, {
    message: {
      zh: `有 ${names.length} 个${label.zh}没有定义：${list.zh}（共 ${uses.length} 处）`,
      en: `no ${label.en} is defined by these ${names.length} names: ${list.en} (in ${uses.length} places)`,
    },
    help: {
      zh: `是不是缺了一个文件，或少读了一个？${where === undefined ? '' : `它们定义在 ${where.zh}`}`,
      en: `is the file that defines them missing, or not read?${where === undefined ? '' : ` they stand ${where.en}`}`,
    },
    about: { fault: 'unknown', names: names.map((name) => named(kind, name)) },
    related: uses.slice(1, shownMax + 1).map(({ file, path }) => ({
      ...{ file, path },
      message: { zh: '这里也是', en: 'here too' },
    })),
  });
}

interface ManyUnknown {
  readonly kind: NameKind;
  readonly label: Text;
  readonly names: readonly string[];
  readonly uses: readonly Pick<Problem, 'file' | 'path'>[];
}

const inVocabulary = (list: string): Text => ({
  zh: `\`standards/vocabulary\` 的 \`${list}\` 下`,
  en: `under \`${list}\` in \`standards/vocabulary\``,
});

const places: Readonly<Partial<Record<NameKind, Text>>> = {
  role: inVocabulary('roles'),
  evidence: inVocabulary('evidence'),
  equipment: inVocabulary('equipment'),
  basis: inVocabulary('legal-bases'),
  category: inVocabulary('categories'),
  channel: inVocabulary('channels'),
  zone: inVocabulary('zones'),
  way: inVocabulary('ways'),
  anchor: inVocabulary('anchors'),
  choice: inVocabulary('choices'),
  reason: inVocabulary('reasons'),
  protects: inVocabulary('protects'),
  fact: {
    zh: '标准、共用部分和 `standards/vocabulary` 的 `facts` 下',
    en: 'under `facts` in standards, parts and `standards/vocabulary`',
  },
  part: { zh: '`standards/parts` 中', en: 'in `standards/parts`' },
  ladder: { zh: '`rules/escalation` 中', en: 'in `rules/escalation`' },
};

/** A misspelt use with what stands in its place: the other of the two may be the misspelt one. */
export function withDefinition(
  problem: Problem,
  definition: Pick<Problem, 'file' | 'path'> & { readonly name: string },
): Problem {
  const { file, path, name } = definition;
  const message = {
    zh: `这里定义的是 ${quote(name)}，没有别处使用`,
    en: `${quote(name)} is defined here, and named nowhere else`,
  };
  return { ...problem, related: [...(problem.related ?? []), { file, path, message }] };
}

const sample: ProblemPlace = {
  file: 'standards/vocabulary/roles.yaml',
  path: ['roles', 'ofificer'],
};

/** One of each, for the catalogue. */
export const nameCauseSamples: readonly Problem[] = [
  definitionMisspelt(sample, {
    ...{ kind: 'role', defined: 'ofificer', meant: 'officer', uses: [sample, sample] },
  }),
  manyUnknown(sample, {
    ...{ kind: 'role', label: { zh: '角色', en: 'role' }, names: ['officer', 'leader'] },
    uses: [sample, sample],
  }),
];
