import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll } from 'vitest';

/** A phone in one hand, or the screen on a desk. */
export const sizes = {
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  desk: { viewport: { width: 1280, height: 800 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** The device on which somebody looks at the pages: the language is the browser's, as on their own device. */
export interface Device {
  readonly size: keyof typeof sizes;
  readonly language: 'zh' | 'en';
}

const locales = { zh: 'zh-CN', en: 'en-GB' };
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let running: Promise<Browser> | undefined;
const faults: string[] = [];

/** A page in a browser context of its own: its cookies and storage are nobody else's. */
export async function openPage(address: string, { size, language }: Device): Promise<Page> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: `npm test` sets it');
  running ??= chromium.launch({ executablePath, args: quiet });
  const browser = await running;
  const context = await browser.newContext({
    ...sizes[size],
    baseURL: address,
    locale: locales[language],
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  return openTab(context);
}

/** Another tab of the same browser: it is signed in as the first is. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // A refusal is an answer; the browser logs its status as an error all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  return page;
}

/** The faults inside the pages, unseen by who uses them. */
export const pageFaults = (): readonly string[] => faults;

/** A picture of the whole page for who wants to look, in the folder that `JIECHU_PICTURES` names. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['JIECHU_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

afterAll(async () => {
  await (await running)?.close();
});
