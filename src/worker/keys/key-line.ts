import type { Text } from '../../model/text.ts';

/** One key of a setting: its name, and 32 bytes. */
export interface KeyLine {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A sentence what is wrong with a setting of keys, in place of the keys. */
export interface WrongKeys {
  readonly wrong: Text;
}

const bytesWritten = /^[A-Za-z0-9+/]{43}=$/u;

/** Reads a setting `name:base64,name:base64` of keys of 32 bytes each, in its order. */
export const parseKeyLines = (
  text: string,
  form: { readonly name: RegExp; readonly written: string },
): readonly KeyLine[] | WrongKeys => {
  const lines: KeyLine[] = [];
  for (const [index, part] of text.split(',').entries()) {
    const [, name = '', base64 = ''] = /^([^:]*):(.*)$/su.exec(part.trim()) ?? [];
    if (!form.name.test(name))
      return wrong(index, { zh: '应写作', en: 'is written' }, form.written);
    if (!bytesWritten.test(base64)) {
      return wrong(index, { zh: '应为 32 字节的', en: 'takes 32 bytes as' }, 'base64', name);
    }
    if (lines.some((line) => line.name === name)) {
      return { wrong: { zh: `密钥 ${name} 给了两次`, en: `key ${name} is given twice` } };
    }
    lines.push({ name, bytes: Buffer.from(base64, 'base64') });
  }
  return lines;
};

// The place and the name, never the key itself.
const wrong = (index: number, { zh, en }: Text, form: string, name = ''): WrongKeys => ({
  wrong: {
    zh: `第 ${index + 1} 个密钥${name && `（${name}）`}${zh} ${form}`,
    en: `key number ${index + 1}${name && ` (${name})`} ${en} ${form}`,
  },
});
