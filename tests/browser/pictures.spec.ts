// Reference pictures of the key pages, out of a demo of their own: the small province, whose clock
// always starts on the same evening and in which no other test does anything, so nothing on them
// changes from run to run. Letters are drawn differently by another platform and another version of
// the browser, so pictures are compared only where they were taken with the same ones;
// `npx playwright test pictures --update-snapshots` takes them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { canRun, run } from './support/demo';
import { become, expect, numberOf, type Role, test as base } from './support/site';

/** After hours, when the time left for a decision stands still. */
const evening = '2026-11-05T13:00:00Z';

const test = base.extend<object, { still: string }>({
  still: [
    async ({}, use) => {
      const demo = await run('--small', '--at', evening);
      await use(demo.url);
      await demo.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ still }, use) => use(still),
});

/** The page behind the first link of a list. */
const behind = (list: string, link: string, path: (href: string) => string = (href) => href) => async (page: Page) => {
  await page.goto(list);
  const href = await page.locator(link).first().getAttribute('href');
  if (!href) throw new Error(`${list} has no ${link}`);
  await page.goto(path(href));
};

const search = '/viec-lam?q=cong+nhan+may&sx=wage';
const vacancy = (path?: (href: string) => string) => behind(search, '#ket-qua .jobs a', path);

interface Picture {
  name: string;
  go: string | ((page: Page) => Promise<unknown>);
  role?: Role;
  dark?: boolean;
  status?: number;
}

const pictures: Picture[] = [
  { name: 'home', go: '/' },
  { name: 'search', go: search },
  { name: 'search-dark', go: search, dark: true },
  { name: 'none', go: '/viec-lam?q=may&luong=300' },
  { name: 'vacancy', go: vacancy() },
  { name: 'poster', go: vacancy((href) => `/viec-lam/${numberOf(href)}/to-roi`) },
  {
    name: 'apply-errors',
    status: 422,
    go: async (page) => {
      await vacancy((href) => `/viec-lam/${numberOf(href)}/ung-tuyen`)(page);
      await page.locator('main form .btn').last().click();
      await page.locator('#loi').waitFor();
    },
  },
  { name: 'sign-in', go: '/dang-nhap' },
  { name: 'application', go: behind('/toi', '.tasks a'), role: 'seeker' },
  { name: 'employer', go: '/ntd', role: 'employer' },
  { name: 'posting', go: '/ntd/tin/moi', role: 'employer' },
  { name: 'queue', go: '/tt/duyet', role: 'officer' },
  { name: 'case-dark', go: behind('/tt/duyet', 'table a[href^="/tt/duyet/"]'), role: 'officer', dark: true },
];

/** Whether the pictures here were taken by this version of the browser; notes it while they are taken. */
function drawnAlike(browser: Browser, file: string, taking: boolean): boolean {
  const note = join(dirname(dirname(file)), 'browser');
  const version = `${browser.browserType().name()} ${browser.version().split('.')[0]}\n`;
  if (taking) {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, version);
  }
  return existsSync(note) && readFileSync(note, 'utf8') === version;
}

test.skip(!canRun(), 'a demo that is given has data of its own');

for (const picture of pictures) {
  test(`looks as it did: ${picture.name}`, async ({ page, browser, complaints }) => {
    const file = test.info().snapshotPath(`${picture.name}.png`);
    const taking = ['all', 'changed'].includes(test.info().config.updateSnapshots);
    const alike = drawnAlike(browser, file, taking);
    test.skip(!alike || !(taking || existsSync(file)), 'no picture was taken by this browser on this platform');
    if (picture.status) complaints.expects(picture.status);
    if (picture.role) await become(page, picture.role);
    if (picture.dark) await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await (typeof picture.go === 'string' ? page.goto(picture.go) : picture.go(page));
    await page.evaluate(() => document.fonts.ready);
    await expect(page).toHaveScreenshot(`${picture.name}.png`, {
      animations: 'disabled',
      caret: 'hide',
      maxDiffPixelRatio: 0.01,
      // The clock of the bar goes on; a date input is written as the browser's own language is;
      // the poster's address is that of a port that was free.
      mask: [page.locator('.demo'), page.locator('input[type=date], input[type=time]'), page.locator('.poster__code, .poster__code + div p:nth-child(2)')],
    });
  });
}
