// A demo of a worker's own, with a provider of OpenID Connect beside it: what these stories change is
// nobody else's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { canRun, runAt } from './demo';
import { freePort, startProvider } from './provider';
import { codeSentTo, Complaints, expect, test as base } from './site';

export const test = base.extend<object, { own: string }>({
  own: [
    async ({}, use) => {
      const port = await freePort();
      const base = `http://localhost:${port}`;
      const provider = await startProvider(`${base}/dang-nhap/qua/tinh/ve`);
      const folder = mkdtempSync(join(tmpdir(), 'sanviec-own-'));
      const file = join(folder, 'config.toml');
      writeFileSync(file, `[[accounts.providers]]\nkey = "tinh"\nname = "Cổng tỉnh"\nissuer = "${provider.issuer}"\nclient_id = "sanviec"\nclient_secret = "hush"\nscopes = ["email"]\n`);
      const demo = await runAt(`localhost:${port}`, '--small', '--story', '2024', '--config', file);
      await use(demo.url);
      await demo.stop();
      await provider.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ own }, use) => use(own),
});
test.skip(!canRun(), 'a demo that is given has a configuration of its own');
export { expect };

/** Signs in with a telephone number and the code sent to it. */
export async function signIn(page: Page, phone: string, at = '/dang-nhap'): Promise<void> {
  await page.goto(at);
  await enterNumber(page, phone);
}

/** The same where the page that asks for the number is open already. */
export async function enterNumber(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Số điện thoại hoặc email').fill(phone);
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  await page.getByLabel('Mã xác nhận').fill(await codeSentTo(page, phone));
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Another person with a browser of their own, whose page must not complain either. */
export async function somebodyElse(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ ...test.info().project.use, baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  const complaints = new Complaints();
  complaints.watch(other);
  other.on('close', () => expect(complaints.list).toEqual([]));
  return other;
}
