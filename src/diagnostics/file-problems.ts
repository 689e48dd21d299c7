import type { DocumentPath, NameKind, Problem } from '../model/diagnostic.ts';
import { buildError, buildWarning, named } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

/** A file or folder that the operating system does not let us read. */
export function unreadable(file: string, reason: string): Problem {
  return buildError('YML001', wholeFile(file), {
    message: { zh: `无法读取：${reason}`, en: `cannot be read: ${reason}` },
    help: { zh: '检查该文件或文件夹的权限', en: 'check who may read this file or folder' },
  });
}

/** The root lacks one of the two folders that make it a root. */
export function folderMissing(folder: string): Problem {
  return buildError('YML002', wholeFile(folder), {
    message: { zh: `没有文件夹 ${quote(folder)}`, en: `there is no folder ${quote(folder)}` },
    help: {
      zh: '在含有 `standards` 和 `rules` 的文件夹中运行，或用 `--root` 指明',
      en: 'run in the folder that holds `standards` and `rules`, or name it with `--root`',
    },
  });
}

/** Standards without the folder of the words that they are written with. */
export function vocabularyMissing(folder: string): Problem {
  return buildError('YML002', wholeFile(folder), {
    message: { zh: `没有文件夹 ${quote(folder)}`, en: `there is no folder ${quote(folder)}` },
    help: {
      zh: '放回这个文件夹：角色、渠道、依据等用词都在其中',
      en: 'put it back: it holds the words for roles, channels, legal bases and the like',
    },
  });
}

/** A YAML file that would not be read because of its ending. */
export function wrongExtension(file: string, rightName: string): Problem {
  return buildError('YML003', wholeFile(file), {
    message: {
      zh: '扩展名不是 `.yaml` 的文件不会被读取',
      en: 'only files that end in `.yaml` are read',
    },
    help: { zh: `改名为 ${quote(rightName)}`, en: `rename it to ${quote(rightName)}` },
  });
}

/** Something among the policy files that is no policy file. */
export function strayFile(file: string): Problem {
  return buildWarning('YML004', wholeFile(file), {
    message: { zh: '此文件不会被读取', en: 'this file is not read' },
    help: {
      zh: '这里只放 `.yaml` 和 `.md` 文件，其他文件请移走',
      en: 'only `.yaml` and `.md` files belong here: move it elsewhere',
    },
  });
}

/** A YAML file in a place where none is looked for. */
export function misplacedFile(file: string, places: readonly string[]): Problem {
  const list = quoteList(places);
  return buildError('YML005', wholeFile(file), {
    message: { zh: '此处不应有 YAML 文件', en: 'no YAML file belongs in this place' },
    help: { zh: `应放在 ${list.zh}`, en: `files lie at ${list.en}` },
  });
}

/** A file below `rules/` that starts with none of the keys that say what it is. */
export function unknownKind(
  file: string,
  firstKey: string | undefined,
  kinds: readonly string[],
): Problem {
  const place: ProblemPlace = { file, path: firstKey === undefined ? [] : [firstKey], at: 'key' };
  const list = quoteList(kinds);
  return buildError('YML006', place, {
    message: {
      zh: `无法判断这是哪种文件：没有 ${list.zh} 中的任何一项`,
      en: `this file does not say what it is: it has none of ${list.en}`,
    },
    help: didYouMean(firstKey ?? '', kinds),
  });
}

/** A folder named otherwise than the standard or procedure in it. */
export function folderNameDiffers(place: ProblemPlace, folder: string, wanted: string): Problem {
  return buildError('YML007', place, {
    message: {
      zh: `文件夹名 ${quote(folder)} 与编号、标识不一致`,
      en: `folder ${quote(folder)} does not agree with the number and id in this file`,
    },
    help: {
      zh: `文件夹应名为 ${quote(wanted)}`,
      en: `the folder should be named ${quote(wanted)}`,
    },
  });
}

/** A file named otherwise than what it defines. */
export function fileNameDiffers(place: ProblemPlace, name: string, wanted: string): Problem {
  return buildError('YML008', place, {
    message: {
      zh: `文件名 ${quote(name)} 与其中的标识不一致`,
      en: `file name ${quote(name)} does not agree with the id in it`,
    },
    help: { zh: `改名为 ${quote(wanted)}`, en: `rename it to ${quote(wanted)}` },
  });
}

/** A folder with scenarios that are of nothing. */
export function mainFileMissing(folder: string, wanted: string): Problem {
  return buildError('YML009', wholeFile(folder), {
    about: { fault: 'absent', names: [named('file', wanted)] },
    message: { zh: `文件夹中没有 ${quote(wanted)}`, en: `this folder has no ${quote(wanted)}` },
    help: { zh: '补上该文件，或删除此文件夹', en: 'add the file, or remove the folder' },
  });
}

/** One id defined twice. `what` is the key under which it is defined. */
export function duplicateId(place: ProblemPlace, { kind, what, id, first }: Duplicate): Problem {
  return buildError('YML010', place, {
    message: {
      zh: `${quote(what)} 的标识 ${quote(id)} 重复`,
      en: `${quote(id)} is defined twice under ${quote(what)}`,
    },
    help: {
      zh: '改用另一个标识，或删去其中一处',
      en: 'choose another id, or remove one of the two',
    },
    about: { fault: 'repeated', names: [named(kind, id)] },
    related: [{ ...first, message: { zh: '第一处在这里', en: 'first defined here' } }],
  });
}

interface Duplicate {
  readonly kind: NameKind;
  readonly what: string;
  readonly id: string;
  readonly first: { readonly file: string; readonly path: DocumentPath };
}

/** Two standards with one number. */
export function duplicateNumber(
  place: ProblemPlace,
  number: number,
  first: { file: string; path: DocumentPath },
): Problem {
  return buildError('YML011', place, {
    message: {
      zh: `编号 ${number} 已被另一个标准使用`,
      en: `number ${number} is taken by another standard`,
    },
    help: { zh: '改用未使用的编号', en: 'choose a number that is free' },
    about: { fault: 'repeated', names: [named('number', String(number))] },
    related: [{ ...first, message: { zh: '先用于这里', en: 'first used here' } }],
  });
}

/** A file of which no person can have written so much. */
export function tooLarge(file: string, limit: string): Problem {
  return buildError('YML012', wholeFile(file), {
    message: { zh: `文件超过 ${limit}，未读取`, en: `larger than ${limit}: not read` },
    help: { zh: '拆成几个文件', en: 'split it into several files' },
  });
}

/** A file in GBK or another encoding than UTF-8. */
export function notUtf8(place: ProblemPlace): Problem {
  return buildError('YML013', place, {
    message: { zh: '文件不是 UTF-8 编码', en: 'this file is not in UTF-8' },
    help: {
      zh: '在编辑器中以 UTF-8 编码另存（原来可能是 GBK）',
      en: 'save it in UTF-8 from the editor (it may be in GBK)',
    },
  });
}

/** A link to a folder, or something that is neither file nor folder. What may be policy is not passed over. */
export function notFollowed(file: string): Problem {
  return buildError('YML014', wholeFile(file), {
    message: {
      zh: '既不是普通文件也不是文件夹，未读取',
      en: 'neither a plain file nor a folder: not read',
    },
    help: { zh: '放入文件本身而不是链接', en: 'put the files themselves here in place of a link' },
  });
}

/** A part in the place of a standard, and the like. */
export function wrongSource(file: string, found: string, wanted: string): Problem {
  return buildError(
    'YML015',
    { file, path: [found], at: 'key' },
    {
      message: {
        zh: `此处应为 ${quote(wanted)} 文件，却是 ${quote(found)}`,
        en: `this place is for a ${quote(wanted)}, and the file holds a ${quote(found)}`,
      },
      help: {
        zh: `改用 ${quote(`${wanted}:`)}，或移到别处`,
        en: `write ${quote(`${wanted}:`)}, or move the file`,
      },
    },
  );
}

/** A folder where a file should be. */
export function folderForFile(folder: string): Problem {
  return buildError('YML016', wholeFile(folder), {
    message: {
      zh: '这是文件夹，名字却像文件，未读取',
      en: 'this is a folder with the name of a file: not read',
    },
    help: { zh: '改文件夹名，或换成文件', en: 'rename the folder, or put a file in its place' },
  });
}

/** Two files or folders define the same: mostly one is a copy of the other. All else about the copy follows from it. */
export function standsTwice(
  place: ProblemPlace,
  { what, names, first, second, are }: Twice,
): Problem {
  const [name = ''] = names;
  const label = are === 'folders' ? { zh: '文件夹', en: 'folders' } : { zh: '文件', en: 'files' };
  const one = { zh: `${quote(what)} ${quote(name)}`, en: `${quote(what)} ${quote(name)}` };
  const all = { zh: `${names.length} 个标识`, en: `all ${names.length} ids` };
  const subject = names.length === 1 ? one : all;
  return buildError('YML017', place, {
    message: {
      zh: `${subject.zh} 有两份：${label.zh} ${quote(first.file)} 和 ${quote(second)}`,
      en: `${subject.en} ${names.length === 1 ? 'stands' : 'stand'} twice: ${label.en} ${quote(first.file)} and ${quote(second)}`,
    },
    help: {
      zh: '删去其中一份；若是新的，改掉其中的标识、编号和名称',
      en: 'remove one of the two; if it is to be a new one, give it ids, a number and a name of its own',
    },
    about: { fault: 'repeated', names: [] },
    related: [
      {
        file: first.place.file,
        path: first.place.path,
        message: { zh: '另一份在这里', en: 'the other one is here' },
      },
    ],
  });
}

interface Twice {
  readonly what: string;
  readonly names: readonly string[];
  readonly first: { readonly file: string; readonly place: ProblemPlace };
  readonly second: string;
  readonly are: 'files' | 'folders';
}

/** A folder in a place where no file is looked for. */
export function misplacedFolder(
  folder: string,
  { count, right, places }: { count: number; right: string | undefined; places: readonly string[] },
): Problem {
  const list = quoteList(places);
  return buildError('YML018', wholeFile(folder), {
    message: {
      zh: `此文件夹中的 ${count} 个 YAML 文件不会被读取`,
      en: `the ${count} YAML files in this folder are not read`,
    },
    help:
      right === undefined
        ? { zh: `应放在 ${list.zh}`, en: `files lie at ${list.en}` }
        : {
            zh: `文件夹应名为 ${quote(right)}，或移走它`,
            en: `name the folder ${quote(right)}, or move it elsewhere`,
          },
  });
}

/** Policy in a file with a name under which it is not read. */
export function notReadByName(file: string, holds: string, rightName: string): Problem {
  return buildError('YML019', wholeFile(file), {
    message: {
      zh: `文件里是 ${quote(holds)}，但这个文件名不会被读取`,
      en: `this file holds a ${quote(holds)}, and is not read under this name`,
    },
    help: { zh: `改名为 ${quote(rightName)}`, en: `rename it to ${quote(rightName)}` },
  });
}

const wholeFile = (file: string): ProblemPlace => ({ file, path: [] });

const sample: ProblemPlace = { file: 'standards/07-sample/standard.yaml', path: ['standard'] };
const elsewhere = { file: 'standards/08-other/standard.yaml', path: ['standard'] };

/** One of each, for the catalogue. */
export const fileProblemSamples: readonly Problem[] = [
  unreadable(sample.file, 'EACCES'),
  folderMissing('rules'),
  vocabularyMissing('standards/vocabulary'),
  wrongExtension('standards/07-sample/standard.yml', 'standard.yaml'),
  strayFile('standards/07-sample/notes.docx'),
  misplacedFile('standards/notes.yaml', [
    'standards/parts/<id>.yaml',
    'rules/<mechanism>/<id>.yaml',
  ]),
  unknownKind('rules/sample/sample.yaml', 'rule', ['rules', 'escalation']),
  folderNameDiffers(sample, '7-sample', '07-sample'),
  fileNameDiffers(sample, 'first.yaml', 'sample.yaml'),
  mainFileMissing('standards/07-sample', 'standard.yaml'),
  duplicateId(sample, { kind: 'standard', what: 'standard', id: 'sample', first: elsewhere }),
  duplicateNumber(sample, 7, elsewhere),
  tooLarge(sample.file, '1 MB'),
  notUtf8(sample),
  notFollowed('standards/link'),
  wrongSource(sample.file, 'part', 'standard'),
  folderForFile('standards/07-sample/standard.yaml'),
  ...[['sample'], ['sample', 'other']].map((names) =>
    standsTwice(sample, {
      ...{ what: 'standard', names, second: 'standards/08-copy', are: 'folders' as const },
      first: { file: 'standards/07-sample', place: elsewhere },
    }),
  ),
  misplacedFolder('standards/parts-old', { count: 3, right: 'parts', places: [] }),
  misplacedFolder('standards/other', { count: 3, right: undefined, places: ['standards/parts'] }),
  notReadByName('standards/parts/sample.txt', 'part', 'sample.yaml'),
];
