import type { Locator, Page } from 'playwright-core';
import { testIds } from '../../src/web/test-ids.ts';
import type { Office } from '../system/officer.ts';
import { openPage, openTab, picture, type Device } from './chromium.ts';

/** Somebody in front of the pages. What they take hold of has a test id; what they choose they read. */
export class Visitor {
  readonly page: Page;
  readonly device: Device;

  private constructor(page: Page, device: Device) {
    this.page = page;
    this.device = device;
  }

  static async signIn(office: Office, person: string, device: Device): Promise<Visitor> {
    const page = await openPage(office.address(), device);
    const visitor = new Visitor(page, device);
    await page.goto('/');
    await visitor.type(testIds.signInName, person);
    await visitor.type(testIds.signInPassword, office.password());
    await visitor.picture('sign-in');
    await visitor.press(testIds.signInSubmit);
    await visitor.see(testIds.who).waitFor();
    return visitor;
  }

  /** Another tab of the same browser. */
  async newTab(): Promise<Visitor> {
    return new Visitor(await openTab(this.page.context()), this.device);
  }

  see(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  async press(testId: string): Promise<void> {
    await this.see(testId).click();
  }

  async type(testId: string, text: string): Promise<void> {
    await this.see(testId).fill(text);
  }

  /** The cards of what an incident wants from the visitor; one of them, where a step is named. */
  prompt(incident: string, step?: string): Locator {
    const mark = testIds.prompt(step ?? '');
    const cards = this.page.locator(`a[data-testid${step === undefined ? '^' : ''}="${mark}"]`);
    return cards.filter({ hasText: incident });
  }

  /** Chooses by its words: a button where the choices are few, else an entry of a list. */
  async choose(testId: string, words: string): Promise<void> {
    const place = this.see(testId);
    const button = place.getByText(words, { exact: true });
    const list = place.locator('.ant-select').or(place.and(this.page.locator('.ant-select')));
    await list.or(button).first().waitFor();
    if (await list.isVisible()) await this.chooseFrom(list, words);
    else await button.click();
  }

  /** Chooses from a list that can be searched. */
  async chooseFrom(list: Locator, words: string): Promise<void> {
    await list.click();
    await list.getByRole('combobox').fill(words);
    const shown = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await shown.getByTitle(words, { exact: true }).click();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async picture(name: string): Promise<void> {
    await picture(this.page, `${this.device.language}-${this.device.size}-${name}`);
  }

  /** True where Chinese can be read on a device that has no Chinese font: ours is there and stands first. */
  async carriesChinese(): Promise<boolean> {
    return this.page.evaluate<boolean>(`(async () => {
      const [own, ours] = getComputedStyle(document.body).fontFamily.split(', ');
      const loaded = await document.fonts.load('16px ' + ours, '接处警');
      return own === '"Own Chinese"' && loaded.length > 0;
    })()`);
  }

  /** True where the page can be read by scrolling down only. */
  async fitsTheWidth(): Promise<boolean> {
    return this.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth');
  }
}
