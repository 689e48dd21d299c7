import { expect, test } from 'vitest';
import { joining } from '../../../src/worker/client/joining.ts';

test('two that send the same at once are one; each other is sent, and so is the next', async () => {
  const joined = joining();
  const sent: string[] = [];
  let answer: (value: string) => void = () => undefined;
  const send = (name: string) => () => {
    sent.push(name);
    return new Promise<string>((resolve) => (answer = resolve));
  };
  const [first, second] = [joined('a', send('first')), joined('a', send('second'))];
  answer('taken');
  expect(await Promise.all([first, second])).toEqual(['taken', 'taken']);
  const other = joined('b', send('other'));
  answer('b');
  const again = joined('a', send('again'));
  answer('a');
  expect(await Promise.all([other, again])).toEqual(['b', 'a']);
  expect(sent).toEqual(['first', 'other', 'again']);
});

test('what fails is forgotten: the next is sent anew', async () => {
  const joined = joining();
  const failed = joined('a', () => Promise.reject(new Error('away')));
  await expect(failed).rejects.toThrow('away');
  expect(await joined('a', () => Promise.resolve('back'))).toBe('back');
});
