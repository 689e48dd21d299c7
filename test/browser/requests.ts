import type { Page } from 'playwright-core';

/** Loses the next answer on its way, after the server has taken what was sent; `said` is what it answered. */
export async function loseAnswer<T>(
  page: Page,
  path: string,
): Promise<{ readonly said: () => T | undefined }> {
  let answer: T | undefined;
  const lose: Parameters<Page['route']>[1] = async (route) => {
    answer = (await (await route.fetch()).json()) as T;
    await route.abort();
  };
  await page.route(path, lose, { times: 1 });
  return { said: () => answer };
}

/** Holds back what is sent; `count` tells how often it was, `letGo` sends it on. */
export async function holdBack(
  page: Page,
  path: string,
): Promise<{ readonly count: () => number; readonly letGo: () => void }> {
  let sent = 0;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(path, async (route) => {
    sent += 1;
    await gate;
    await route.continue();
  });
  return { count: () => sent, letGo };
}
