// A need becomes a signed agreement: the business, the college and the centre, each on their own pages.
import { expect, test } from './support/own';
import { become, codeSentTo } from './support/site';
import type { Page } from '@playwright/test';

/** The numbers of the demo's owners, as the site writes them. */
const phones = { employer: '0300000002', college: '0300000003' } as const;

/** Reads the agreement, asks for the code and signs with it. */
async function sign(page: Page, role: keyof typeof phones, address: string): Promise<void> {
  await become(page, role);
  await page.goto(address);
  await page.getByLabel('Tôi đã đọc toàn bộ văn bản').check();
  await page.getByRole('button', { name: 'Gửi mã để ký' }).click();
  await page.getByLabel('Mã vừa nhận').fill(await codeSentTo(page, phones[role]));
  await page.getByRole('button', { name: 'Ký hợp đồng' }).click();
  await expect(page.getByText('Chữ ký gắn với đúng văn bản này')).toBeVisible();
}

test('a need becomes an agreement that both have signed', async ({ page }) => {
  await page.goto('/');
  await become(page, 'employer');
  await page.goto('/ntd/nhu-cau/moi');
  await page.locator('[name=title]').fill('Thợ hàn');
  await page.locator('[name=headcount]').fill('20');
  const year = new Date().getFullYear() + 1;
  await page.locator('[name=from]').fill(`06/${year}`);
  await page.locator('[name=until]').fill(`12/${year}`);
  await page.getByLabel('Chỉ trường đã xác minh và trung tâm').check();
  await page.getByRole('button', { name: 'Lưu nhu cầu' }).click();
  await expect(page.getByRole('heading', { name: /người sắp tốt nghiệp phù hợp/ })).toBeVisible();

  // The class of the college that the demo acts for: why it fits, then a proposal.
  const match = page.locator('li.job').filter({ hasText: 'Hàn – ' }).filter({ hasText: 'Kỹ nghệ Sông Trà' }).first();
  await match.locator('summary').click();
  await expect(match.getByText('Đào tạo đúng nghề này.')).toBeVisible();
  await match.getByRole('button', { name: 'Đề nghị hợp tác' }).click();
  const address = new URL(page.url()).pathname;
  expect(address).toMatch(/^\/hop-tac\//);

  await become(page, 'college');
  await page.goto(address);
  const accept = page.getByRole('button', { name: 'Nhận lời', exact: true });
  if (await accept.isVisible()) await accept.click();
  await page.getByLabel('Viết cho bên kia').fill('Mời quý công ty thăm xưởng vào thứ Ba.');
  await page.getByRole('button', { name: 'Gửi tin nhắn' }).click();
  await expect(page.getByText('Mời quý công ty thăm xưởng vào thứ Ba.')).toBeVisible();

  await become(page, 'employer');
  await page.goto(`${address}/soan`);
  await page.locator('[name=business-terms]').fill('Nhận thực tập và trả lương thực tập.');
  await page.getByRole('button', { name: 'Lưu bản mới' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('HT-');
  const agreement = new URL(page.url()).pathname;
  await sign(page, 'employer', agreement);
  await sign(page, 'college', agreement);
  await expect(page.getByText('Hai bên đã ký').first()).toBeVisible();
  const paper = await page.request.get(`${agreement}/ban-in.pdf`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await become(page, 'manager');
  await page.goto('/tt/hop-tac?trang-thai=signed');
  await expect(page.locator(`a[href="${address}"]`)).toBeVisible();
});
