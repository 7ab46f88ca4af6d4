// An officer works through the queue without a mouse.
import type { CDPSession } from '@playwright/test';
import { test } from './support/own';
import { writePosting } from './support/posting';
import { become, expect } from './support/site';

test.setTimeout(180_000);

/** Alt and a letter as the keyboard sends them; Playwright leaves out the letter that access keys are known by. */
async function withAlt(keyboard: CDPSession, letter: string): Promise<void> {
  const key = { modifiers: 1, key: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, unmodifiedText: letter, ...key });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

test('an officer clears twenty mixed cases with the keyboard alone', async ({ page }) => {
  const keyboard = await page.context().newCDPSession(page);
  await page.goto('/');
  // Two more than the demo has waiting.
  await become(page, 'employer');
  for (let n = 0; n < 2; n += 1) {
    await page.goto('/ntd/tin/moi');
    await writePosting(page, { title: `Công nhân kiểm hàng chuyền ${n + 1}`, quantity: '5', description: 'Kiểm hàng sau may, ghi phiếu.' });
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await expect(page.locator('main')).toContainText('Chờ duyệt');
  }
  await become(page, 'officer');
  const kinds = new Set<string>();
  const decided = new Set<string>();
  // From the queue one key opens the most urgent case and takes it; from there each decision opens the next.
  await withAlt(keyboard, 'n');
  for (let n = 0; n < 20; n += 1) {
    await expect(page).toHaveURL(/\/tt\/duyet\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/Anh\/chị đang giữ/)).toBeVisible();
    const here = page.url();
    expect(decided.has(here)).toBe(false);
    decided.add(here);
    kinds.add(await page.locator('.headline strong').first().innerText());
    if (n % 5 === 4) {
      // Every fifth is turned down, with a reason: the boxes follow the outcome by Tab.
      await withAlt(keyboard, 't');
      await expect(page.locator('input[name=outcome][value=rejected]')).toBeChecked();
      for (let tab = 0; tab < 12; tab += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.getAttribute('name') === 'reason')) break;
      }
      await page.keyboard.press('Space');
      await expect(page.locator('input[name=reason]:checked')).toHaveCount(1);
    } else {
      await withAlt(keyboard, 'y');
      await expect(page.locator('input[name=outcome][value=approved]')).toBeChecked();
      // An organisation is verified only by somebody who has looked at something.
      if (await page.locator('input[name=looked]').count()) {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await expect(page.locator('input[name=looked]:checked')).toHaveCount(1);
      }
    }
    await withAlt(keyboard, 'g');
    await expect(page).not.toHaveURL(here);
    await expect(page.locator('.flash')).toContainText('Đã ghi quyết định');
  }
  expect(decided.size).toBe(20);
  expect(kinds.size).toBeGreaterThanOrEqual(4);
});
