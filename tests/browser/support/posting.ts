// A posting as an HR person writes it, screen by screen; counts what it took.
import type { Page } from '@playwright/test';
import { expect } from './site';

/** What is written. */
export interface Posting {
  title: string;
  quantity: string;
  description: string;
  benefit?: string;
}

/** What it took. */
export interface Effort {
  screens: number;
  answers: number;
  taps: number;
}

/** Writes a posting from its first screen to the check, answering what is not filled in already. */
export async function writePosting(page: Page, posting: Posting): Promise<Effort> {
  const effort = { screens: 1, answers: 0, taps: 0 };
  const fill = async (name: string, value: string) => {
    await page.locator(`[name=${name}]`).fill(value);
    effort.answers += 1;
    effort.taps += 1;
  };
  const choose = async (name: string, index: number) => {
    await page.locator(`select[name=${name}]`).selectOption({ index });
    effort.answers += 1;
    effort.taps += 2;
  };
  const tick = async (name: string, value: string) => {
    await page.locator(`input[name=${name}][value=${value}]`).check();
    effort.answers += 1;
    effort.taps += 1;
  };
  const next = async (step: number | 'check') => {
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    effort.screens += 1;
    effort.taps += 1;
    await expect(page).toHaveURL(step === 'check' ? /\/xem-truoc$/ : new RegExp(`/sua/${step}$`));
  };
  await fill('job_title', posting.title);
  await fill('quantity', posting.quantity);
  await fill('job_description', posting.description);
  await choose('park', 1);
  await next(2);
  await fill('wage_basic', '6,5 triệu');
  await fill('wage_from', '9');
  await fill('wage_to', '12 triệu');
  await tick('shift', 'day');
  await choose('contract', 1);
  await next(3);
  if (posting.benefit) await tick('benefits', posting.benefit);
  await choose('meals', 1);
  await next(4);
  await choose('experience', 1);
  await choose('education', 1);
  // Whoever registered is the contact, unless an earlier posting says somebody else; the last day is a month ahead.
  if (!(await page.locator('[name=contact_phone]').inputValue())) {
    await fill('contact_name', 'Phạm Thị Hoa');
    await fill('contact_phone', '0912 345 678');
  }
  await next('check');
  return effort;
}
