// Without a mouse: the order of the focus, that it is seen, and what a wrong form says.
import type { Page } from '@playwright/test';
import { become, codeSentTo, expect, firstVacancy, freshPhone, numberOf, test } from './support/site';

/** What has the focus, in few words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const e = document.activeElement as HTMLElement | null;
    return e ? { tag: e.tagName.toLowerCase(), id: e.id, name: e.getAttribute('name') ?? '', text: (e.textContent ?? '').trim(), href: e.getAttribute('href') ?? '' } : null;
  });

/** Whether the focused element looks different from its unfocused self: a ring or a border of two pixels or more. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const e = document.activeElement as HTMLElement;
    const around = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    const ring = (around.outlineStyle !== 'none' && Number.parseFloat(around.outlineWidth) >= 2) || around.boxShadow !== 'none';
    return ring && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  });

/** Presses Tab until what has the focus fits. */
async function tabTo(page: Page, fits: (e: NonNullable<Awaited<ReturnType<typeof focused>>>) => boolean, steps = 120): Promise<void> {
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press('Tab');
    const e = await focused(page);
    if (e && fits(e)) return;
  }
  throw new Error(`not reached with ${steps} presses of Tab; the focus is on ${JSON.stringify(await focused(page))}`);
}

test('the first Tab offers to skip to the content', async ({ page }) => {
  for (const path of ['/', '/viec-lam', '/dang-nhap']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ tag: 'a', href: '#noi-dung' });
    await expect(page.locator('.skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatchObject({ tag: 'main', id: 'noi-dung' });
  }
});

test('wherever Tab leads, the focus is seen and not hidden behind a bar', async ({ page }) => {
  for (const path of ['/', '/viec-lam?q=may', await firstVacancy(page)]) {
    await page.goto(path);
    const visited: string[] = [];
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press('Tab');
      const e = await focused(page);
      if (!e || e.tag === 'body') break;
      visited.push(`${e.tag} ${e.text || e.name}`);
      expect.soft(await isSeen(page), `${path}: ${visited.at(-1)}`).toBe(true);
      const covered = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const box = e.getBoundingClientRect();
        const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
        return over !== null && !e.contains(over) && !over.contains(e) && !over.closest('label')?.contains(e) ? over.className || over.tagName : '';
      });
      expect.soft(covered, `${path}: ${visited.at(-1)} lies under`).toBe('');
    }
    expect(visited.length, path).toBeGreaterThan(15);
  }
});

test('somebody without a mouse searches, applies and enters the code', async ({ page }) => {
  const phone = freshPhone();
  await page.goto('/');
  await tabTo(page, (e) => e.id === 'q');
  await page.keyboard.type('dong goi');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=dong/);
  await tabTo(page, (e) => /\/viec-lam\/\d+-/.test(e.href), 200);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/viec-lam\/\d+-/);
  await tabTo(page, (e) => e.href.endsWith('/ung-tuyen'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ung-tuyen$/);
  await tabTo(page, (e) => e.id === 'ho-ten');
  await page.keyboard.type('Lê Văn Cường');
  await tabTo(page, (e) => e.id === 'dien-thoai', 2);
  await page.keyboard.type(phone);
  await tabTo(page, (e) => e.id === 'nam-sinh', 2);
  await tabTo(page, (e) => e.name === 'goi-luc', 2);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, (e) => e.id === 'loi-nhan', 2);
  // The field only machines fill in is never met.
  await tabTo(page, (e) => e.id === 'dong-y' || e.id === 'trang-web', 2);
  expect(await focused(page)).toMatchObject({ id: 'dong-y' });
  await page.keyboard.press('Space');
  await expect(page.locator('#dong-y')).toBeChecked();
  await tabTo(page, (e) => e.tag === 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác nhận');
  const code = await codeSentTo(page, phone);
  await tabTo(page, (e) => e.id === 'ma');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã gửi đơn');
});

test('a wrong form says what is wrong, leads there and keeps what was typed', async ({ page, complaints }) => {
  complaints.expects(422);
  await page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/ung-tuyen`);
  await page.locator('#ho-ten').fill('Lê Văn Cường');
  await page.locator('#dien-thoai').fill('12');
  await page.locator('#nam-sinh').fill('năm ngoái'.slice(0, 4));
  await page.locator('#loi-nhan').fill('Gọi tôi sau 17 giờ');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await expect(page).toHaveTitle(/^Lỗi:/);
  const summary = page.locator('#loi');
  await expect(summary).toBeFocused();
  // Above the heading, one line for each field, in the order of the form.
  const lines = summary.getByRole('link');
  await expect(lines).toHaveCount(3);
  expect(await lines.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['#dien-thoai', '#nam-sinh', '#dong-y']);
  expect(await summary.evaluate((box) => Boolean(box.compareDocumentPosition(document.querySelector('h1')!) & Node.DOCUMENT_POSITION_FOLLOWING))).toBe(true);
  await lines.first().press('Enter');
  await expect(page.locator('#dien-thoai')).toBeFocused();

  await expect(page.locator('#ho-ten')).toHaveValue('Lê Văn Cường');
  await expect(page.locator('#dien-thoai')).toHaveValue('12');
  await expect(page.locator('#loi-nhan')).toHaveValue('Gọi tôi sau 17 giờ');
  for (const id of ['dien-thoai', 'nam-sinh', 'dong-y']) {
    const field = page.locator(`#${id}`);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    const described = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
    expect(described).toContain(`${id}-e`);
    await expect(page.locator(`#${id}-e`)).not.toBeEmpty();
  }
  await expect(page.locator('#ho-ten')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a wrong code says so, and a second try is possible', async ({ page, complaints }) => {
  complaints.expects(422);
  const phone = freshPhone();
  await page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/ung-tuyen`);
  await page.locator('#ho-ten').fill('Đỗ Thị Dung');
  await page.locator('#dien-thoai').fill(phone);
  await page.locator('#dong-y').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const code = await codeSentTo(page, phone);
  await page.locator('#ma').fill(code === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Lỗi:/);
  await expect(page.locator('#loi')).toBeFocused();
  await page.locator('#ma').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã gửi đơn');
});

test('an officer clears a case with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await become(page, 'officer');
  await tabTo(page, (e) => /^\/tt\/duyet\/[^?]/.test(e.href));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tt\/duyet\/.+/);
  await tabTo(page, (e) => e.tag === 'button' && /Nhận xử lý|Trả lại hàng chờ/.test(e.text));
});
