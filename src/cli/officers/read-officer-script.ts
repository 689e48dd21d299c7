import { readFile } from 'node:fs/promises';
import { Errors } from 'typebox/value';
import { parseYaml } from '../../load/parse-yaml.ts';
import { WrongUse } from '../wrong-use.ts';
import { OfficerScript } from './officer-script.ts';

/** Reads how the officers behave, or says at which line it is wrong. */
export async function readOfficerScript(file: string): Promise<OfficerScript> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongUse({ zh: `没有这个文件：${file}`, en: `no such file: ${file}` });
  });
  const { value, problems, locate } = parseYaml(file, text);
  const broken = problems.find(({ severity }) => severity === 'error');
  if (broken) {
    const { line } = (broken.range ?? locate(broken.path, broken.at ?? 'value')).start;
    const { zh, en } = broken.message;
    throw new WrongUse({ zh: `${file}:${line} ${zh}`, en: `${file}:${line} ${en}` });
  }
  // The deepest place says most: a value that fits none of several forms is wrong in each of them.
  const errors = Errors(OfficerScript, value).toSorted(
    (left, right) => right.instancePath.length - left.instancePath.length,
  );
  const [error] = errors;
  if (!error) return value as OfficerScript;
  const keys = error.instancePath.split('/').slice(1).map(asKey);
  const { line } = locate(keys, 'value').start;
  const place = keys.join('.') || 'script';
  throw new WrongUse({
    zh: `${file}:${line} ${place} 不对：${error.message}`,
    en: `${file}:${line} ${place} is wrong: ${error.message}`,
  });
}

const asKey = (part: string): string | number => {
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  return /^\d+$/.test(key) ? Number(key) : key;
};
