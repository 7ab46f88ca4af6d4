// Looking for work: suggestions, filters, chips, order, pages, nothing found, English.
import type { Page } from '@playwright/test';
import { expect, test } from './support/site';

/** The number in "1.284 việc làm …". */
async function total(page: Page): Promise<number> {
  const heading = await page.locator('#so-viec').innerText();
  return Number(/^[\d.,]+/.exec(heading)?.[0].replace(/[.,]/g, ''));
}

const titles = (page: Page) => page.locator('#ket-qua .jobs a').allInnerTexts();
const has = { script: () => test.info().project.name !== 'nojs', wide: () => test.info().project.name !== 'phone' };

/** Sets a filter as the screen at hand asks for it. */
async function filter(page: Page, name: string, value: string): Promise<void> {
  const input = page.locator(`#loc input[name="${name}"][value="${value}"]`);
  if (!has.wide()) await page.getByRole('button', { name: /^Lọc/ }).click();
  // From the outside in: a group, and its part that lies under "more".
  const closed = page.locator('#loc details.facet:not([open])', { has: page.locator(`input[name="${name}"][value="${value}"]`) });
  while ((await closed.count()) > 0) await closed.first().locator('> summary').click();
  await input.check();
  if (!has.wide() || !has.script()) await page.getByRole('button', { name: 'Xem kết quả' }).click();
  await expect(page).toHaveURL(new RegExp(`[?&]${name}=${value}`));
  await expect(page.locator('#ket-qua')).not.toHaveAttribute('aria-busy', 'true');
}

test.describe('suggestions', () => {
  test.beforeEach(() => test.skip(!has.script() || !has.wide(), 'a matter of the keyboard and of scripts'));

  test('appear while typing without marks, and are chosen with the arrow keys', async ({ page }) => {
    await page.goto('/');
    const field = page.getByRole('combobox', { name: 'Nghề hoặc công ty' });
    await field.pressSequentially('cong nhan m', { delay: 20 });
    const options = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(await options.count()).toBeLessThanOrEqual(8);
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? 'none');
    const chosen = await options.first().evaluate((option) => (option as HTMLElement).dataset.text ?? '');
    expect(chosen).not.toBe('');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/viec-lam\?/);
    expect(new URL(page.url()).searchParams.get('q')).toBe(chosen);
    expect(await total(page)).toBeGreaterThan(0);
  });

  test('go away with Escape, and the words stay', async ({ page }) => {
    await page.goto('/viec-lam');
    const field = page.getByRole('combobox', { name: 'Nghề hoặc công ty' });
    await field.pressSequentially('may');
    await expect(page.getByRole('listbox', { name: 'Gợi ý' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Gợi ý' })).toBeHidden();
    await expect(field).toHaveValue('may');
  });

  test('say what they are in the language of the page', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Nghề hoặc công ty' }).pressSequentially('may');
    const notes = await page.getByRole('option').locator('small').allInnerTexts();
    await expect(page.getByRole('option').first()).toBeVisible();
    for (const note of notes) expect(note).not.toMatch(/title|occupation|employer|place/);
  });
});

test('marks and case make no difference', async ({ page }) => {
  for (const [written, otherwise] of [
    ['điện tử', 'dien tu'],
    ['lái xe', 'LAI XE'],
    ['công nhân may', 'CÔNG NHÂN MAY'],
  ]) {
    await page.goto(`/viec-lam?q=${encodeURIComponent(written)}`);
    const first = (await titles(page)).slice(0, 10);
    expect(first.length, written).toBeGreaterThan(0);
    await page.goto(`/viec-lam?q=${encodeURIComponent(otherwise)}`);
    expect((await titles(page)).slice(0, 10), otherwise).toEqual(first);
  }
});

test('however people write it, sewing work comes first', async ({ page }) => {
  for (const words of ['cong nhan may', 'công nhân may', 'CN may', 'cong nhan mai', 'may cong nghiep tien hai']) {
    await page.goto(`/viec-lam?q=${encodeURIComponent(words)}`);
    const found = await titles(page);
    expect(found.length, words).toBeGreaterThan(0);
    for (const title of found.slice(0, 5)) expect.soft(title.toLowerCase(), words).toMatch(/(^|[^\p{L}])may([^\p{L}]|$)/u);
  }
});

test('a word more never finds more', async ({ page }) => {
  let last = Number.POSITIVE_INFINITY;
  for (const words of ['may', 'may công nghiệp', 'may công nghiệp ca ngày']) {
    await page.goto(`/viec-lam?q=${encodeURIComponent(words)}`);
    const found = await total(page);
    expect(found, words).toBeLessThanOrEqual(last);
    last = found;
  }
});

test('a filter narrows the list to what its count said, and its chip takes it away', async ({ page }) => {
  await page.goto('/viec-lam');
  const all = await total(page);
  const option = page.locator('#loc label', { has: page.locator('input[name="ca"][value="day"]') });
  const promised = Number((await option.locator('.n').textContent())?.replace(/\D/g, ''));
  expect(promised).toBeGreaterThan(0);
  expect(promised).toBeLessThan(all);

  await filter(page, 'ca', 'day');
  await expect.poll(() => total(page)).toBe(promised);
  const chips = page.getByRole('list', { name: 'Đang lọc theo' });
  await expect(chips).toContainText('Ca ngày');
  for (const row of await page.locator('#ket-qua .job').all()) await expect(row).toContainText('Ca ngày');

  await filter(page, 'pl', 'bus');
  await expect(chips.getByRole('listitem')).toHaveCount(3); // two filters and "clear all"
  expect(await total(page)).toBeLessThanOrEqual(promised);

  await chips.getByRole('link', { name: /Ca ngày/ }).click();
  await expect(page).not.toHaveURL(/ca=day/);
  await expect(page).toHaveURL(/pl=bus/);
  await page.goto('/viec-lam?pl=bus&ca=day');
  await chips.getByRole('link', { name: 'Bỏ tất cả' }).click();
  await expect(chips).toHaveCount(0);
  await expect.poll(() => total(page)).toBe(all);
});

test('on a wide screen the list changes in place, and the browser’s back button brings it back', async ({ page }) => {
  test.skip(!has.script() || !has.wide(), 'elsewhere a filter is an ordinary page');
  await page.goto('/viec-lam');
  await page.evaluate(() => Object.assign(window, { same: true }));
  const all = await total(page);
  const box = page.locator('#loc input[name="ca"][value="day"]');
  await box.check();
  await expect(page).toHaveURL(/ca=day/);
  await expect.poll(() => total(page)).toBeLessThan(all);
  // The same document still, the focus where it was, and the new number said aloud.
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  await expect(box).toBeFocused();
  await expect(page.locator('#bao')).toHaveText(await page.locator('#so-viec').innerText());
  await page.goBack();
  await expect.poll(() => total(page)).toBe(all);
  await expect(box).not.toBeChecked();
});

test('on a phone the filters are a sheet that closes', async ({ page }) => {
  test.skip(has.wide(), 'a matter of narrow screens');
  await page.goto('/viec-lam');
  const sheet = page.locator('#loc');
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: /^Lọc/ }).tap();
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Đóng' }).tap();
  await expect(sheet).toBeHidden();
});

test('on a phone the button can be tapped while suggestions are shown', async ({ page }) => {
  test.skip(has.wide(), 'on a wide screen the button stands beside the field');
  await page.goto('/');
  await page.getByLabel('Nghề hoặc công ty').pressSequentially('cong nhan may');
  await expect(page.getByRole('listbox', { name: 'Gợi ý' })).toBeVisible();
  await page.getByRole('button', { name: 'Tìm việc' }).tap({ timeout: 5_000 });
  await expect(page).toHaveURL(/q=cong\+nhan\+may/);
});

test('the order can be chosen', async ({ page }) => {
  await page.goto('/viec-lam?q=may');
  await page.getByRole('navigation', { name: 'Sắp xếp' }).getByRole('link', { name: /lương|thu nhập/i }).click();
  await expect(page).toHaveURL(/sx=/);
  await expect(page.getByRole('navigation', { name: 'Sắp xếp' }).locator('[aria-current]')).toHaveText(/lương|thu nhập/i);
  // Falling by what a month brings at the most; those without a figure stand last.
  const pays = await page.locator('#ket-qua .pay').evaluateAll((lines) => lines.map((line) => (line.firstChild?.textContent ?? '').trim()));
  const most = pays
    .map((pay) => /(?:[\d.,]+–)?([\d.,]+) triệu\/tháng/.exec(pay)?.[1])
    .filter((amount) => amount !== undefined)
    .map((amount) => Number(amount.replace(/\./g, '').replace(',', '.')));
  expect(most.length).toBeGreaterThan(5);
  expect(most).toEqual([...most].sort((a, b) => b - a));
});

test('pages follow each other without a gap and without a row twice', async ({ page }) => {
  await page.goto('/viec-lam?q=cong+nhan');
  const first = await titles(page);
  const hrefs = () => page.locator('#ket-qua .jobs a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const one = await hrefs();
  expect(first.length).toBe(20);
  const pager = page.getByRole('navigation', { name: 'Phân trang' });
  await pager.getByRole('link', { name: 'Trang sau' }).click();
  await expect(page).toHaveURL(/trang=2/);
  await expect(pager.locator('[aria-current=page]')).toContainText('2');
  const two = await hrefs();
  expect(new Set([...one, ...two]).size).toBe(one.length + two.length);
  await pager.getByRole('link', { name: 'Trang trước' }).click();
  await expect(page).not.toHaveURL(/trang=/);
  expect(await hrefs()).toEqual(one);
});

test('where nothing is found, a way on is offered', async ({ page }) => {
  // Words and filters that can't meet, so that leaving one out helps.
  await page.goto('/viec-lam?q=may&luong=300');
  await expect(page.locator('#ket-qua h2')).toHaveText('Chưa có việc làm phù hợp');
  const way = page.locator('#ket-qua .links a').first();
  const promised = Number((await page.locator('#ket-qua .links .muted').first().innerText()).replace(/\D/g, ''));
  expect(promised).toBeGreaterThan(0);
  await way.click();
  expect(await total(page)).toBe(promised);

  await page.goto('/viec-lam?q=zzqqxxkkww');
  const nothing = page.locator('#ket-qua');
  await expect(nothing).toContainText('1900 000 000');
  await expect(nothing).not.toContainText('““');
  await nothing.getByRole('link').first().click();
  expect(await total(page)).toBeGreaterThan(100);
});

test('the public pages exist in English and lead to each other in English', async ({ page }) => {
  await page.goto('/viec-lam?q=may');
  const vietnamese = await total(page);
  if (!has.wide()) await page.locator('footer').scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/viec-lam\?q=may/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('jobs');
  expect(await total(page)).toBe(vietnamese);
  // What an employer wrote stays Vietnamese, and says so to a screen reader.
  await expect(page.locator('#ket-qua .jobs a').first()).toHaveAttribute('lang', 'vi');
  await page.locator('#ket-qua .jobs a').first().click();
  await expect(page).toHaveURL(/\/en\/viec-lam\/\d+-/);
  await page.getByRole('link', { name: 'Apply', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/viec-lam\/\d+\/ung-tuyen/);
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
});
