// What every story needs: a page that must not complain, the demo bar, the box of messages.
import { test as base, expect, type Page } from '@playwright/test';

/** The words on the demo bar's buttons. */
const roles = {
  visitor: 'Khách',
  seeker: 'Người tìm việc',
  employer: 'Nhà tuyển dụng',
  college: 'Trường nghề',
  officer: 'Cán bộ trung tâm',
  manager: 'Quản lý trung tâm',
  admin: 'Quản trị',
};
export type Role = keyof typeof roles;

/** The page each role comes to. */
const homes: Record<Role, string> = { visitor: '/', seeker: '/toi', employer: '/ntd', college: '/truong-toi', officer: '/tt/duyet', manager: '/tt/duyet', admin: '/qt/he-thong' };

/** A page's complaints: errors in its console, refused by its content policy, failed requests. */
export class Complaints {
  readonly list: string[] = [];
  private readonly expected = new Set<number>();

  /** Answers with this status belong to the story. */
  expects(status: number): void {
    this.expected.add(status);
  }

  watch(page: Page): void {
    page.on('pageerror', (error) => this.list.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      // The browser's own line for a status of 400 and up; the answer itself is looked at below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.list.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !this.expected.has(response.status())) this.list.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      // Given up by the page itself: a newer search, a page that was left.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.list.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
    });
  }
}

export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints();
      complaints.watch(page);
      await use(complaints);
      expect(complaints.list, 'the page complained').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Switches the role on the demo bar, as somebody who tries the demo does. */
export async function become(page: Page, role: Role): Promise<void> {
  if (!page.url().startsWith('http')) await page.goto('/');
  const bar = page.locator('details.demo');
  const button = bar.getByRole('button', { name: roles[role], exact: true });
  if (!(await button.isVisible())) await bar.locator('summary').click();
  await button.click();
  await expect(page).toHaveURL(homes[role]);
}

/** The code sent to a telephone number, read in another window from the demo's box. */
export async function codeSentTo(page: Page, phone: string): Promise<string> {
  const box = await page.context().newPage();
  await box.goto('/demo/hop-thu');
  const letters = await box.locator('.letters > li').allInnerTexts();
  await box.close();
  // The newest stands first.
  const letter = letters.find((text) => text.replace(/[\s.]/g, '').includes(phone.replace(/\s/g, '')));
  const code = letter && /(?<!\d)\d{6}(?!\d)/.exec(letter.replace(phone, '').replace(/0\d{3} \d{3} \d{3}/g, ''));
  if (!code) throw new Error(`no code for ${phone} in the box:\n${letters.slice(0, 5).join('\n---\n')}`);
  return code[0];
}

let taken = 0;
/** A mobile number nobody used before in this run. */
export function freshPhone(): string {
  taken += 1;
  const seed = (process.pid * 7919 + Date.now() + taken * 104_729) % 10_000_000;
  return `089${String(seed).padStart(7, '0')}`;
}

/** Letters that make a title this run's own; digits alone could be taken for a telephone number. */
export function freshWord(): string {
  const letters = 'BCDGHKLMNPQRSTVX';
  return Array.from({ length: 5 }, () => letters[Math.floor(Math.random() * letters.length)] + 'aeiou'[Math.floor(Math.random() * 5)]).join('').toLowerCase();
}

/** The first vacancy a search finds that can be applied for. */
export async function firstVacancy(page: Page, words = 'cong nhan'): Promise<string> {
  await page.goto(`/viec-lam?q=${encodeURIComponent(words)}`);
  const href = await page.locator('#ket-qua .jobs a').first().getAttribute('href');
  if (!href) throw new Error(`nothing is found for ${words}`);
  return href;
}

/** The number in "/viec-lam/10234-cong-nhan-may". */
export function numberOf(href: string): string {
  const number = /\/viec-lam\/(\d+)/.exec(href);
  if (!number) throw new Error(`no vacancy's address: ${href}`);
  return number[1];
}
