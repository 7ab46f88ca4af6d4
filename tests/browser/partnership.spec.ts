// A need becomes a signed agreement: the business, the college and the centre, each on their own pages.
import { expect, test } from './support/own';
import { writePosting } from './support/posting';
import { become, codeSentTo, freshPhone, freshWord } from './support/site';
import type { Page } from '@playwright/test';

/** The numbers of the demo's owners, as the site writes them. */
const phones = { employer: '0300000002', college: '0300000003' } as const;

/** Writes a message in a partnership. */
async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel(/^Viết cho/).fill(words);
  await page.getByRole('button', { name: 'Gửi tin nhắn' }).click();
  await expect(page.getByText(words)).toBeVisible();
}

/** A vacancy of the business's, written, checked by an officer and published; its title. */
async function publish(page: Page): Promise<string> {
  const title = `Thợ hàn xưởng ${freshWord()}`;
  await become(page, 'employer');
  await page.getByRole('link', { name: 'Đăng tin', exact: true }).first().click();
  await writePosting(page, { title, quantity: '5', description: 'Hàn khung thép theo bản vẽ.\nLàm trong xưởng có mái che.', benefit: 'bus' });
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await become(page, 'officer');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await page.getByLabel('Duyệt', { exact: true }).check();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.locator('.flash')).toContainText('Đã ghi quyết định');
  return title;
}

/** Somebody who has graduated applies for it. */
async function apply(page: Page, title: string): Promise<void> {
  await become(page, 'visitor');
  const phone = freshPhone();
  const found = page.locator('#ket-qua .jobs a', { hasText: title });
  await expect(async () => {
    await page.goto(`/viec-lam?q=${encodeURIComponent(title)}`);
    await expect(found).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await found.click();
  await page.getByRole('link', { name: 'Ứng tuyển', exact: true }).click();
  await page.getByLabel('Họ và tên').fill('Đinh Văn Thắng');
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.locator('#dong-y').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Mã xác nhận').fill(await codeSentTo(page, phone));
  await page.getByRole('button', { name: 'Gửi đơn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã gửi đơn');
}

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

test('from a need to the first hire: business, college, officer, graduate and manager', async ({ page }) => {
  test.setTimeout(240_000);
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
  await say(page, 'Mời quý công ty thăm xưởng vào thứ Ba.');

  // The centre reads along and helps.
  await become(page, 'officer');
  await page.goto(address);
  await say(page, 'Trung tâm gửi hai bên mẫu hợp đồng đã dùng năm trước.');

  await become(page, 'employer');
  await page.goto(`${address}/soan`);
  await page.locator('[name=business-terms]').fill('Nhận thực tập và trả lương thực tập.');
  await page.getByRole('button', { name: 'Lưu bản mới' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('HT-');
  const agreement = new URL(page.url()).pathname;
  const number = /HT-\d+-\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())![0];
  await sign(page, 'employer', agreement);
  await sign(page, 'college', agreement);
  await expect(page.getByText('Hai bên đã ký').first()).toBeVisible();
  const paper = await page.request.get(`${agreement}/ban-in.pdf`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await become(page, 'manager');
  await page.goto('/tt/hop-tac?trang-thai=signed');
  await expect(page.locator(`a[href="${address}"]`)).toBeVisible();
  const hired = page.locator('.funnel a', { hasText: 'người đã nhận việc theo hợp đồng' });
  await page.goto('/tt/so-lieu');
  const before = Number(await hired.locator('strong').innerText());

  // The first who has graduated comes through a vacancy and is hired on the agreement's line.
  const title = await publish(page);
  await apply(page, title);
  // The graduate stays signed in here; the others act in a window of their own.
  const graduate = page;
  const context = await page.context().browser()!.newContext({ ...test.info().project.use, baseURL: new URL(page.url()).origin });
  const others = await context.newPage();
  await others.goto('/');
  await become(others, 'employer');
  await others.getByRole('link', { name: title }).first().click();
  await others.locator('a[href$="/ung-vien"]').first().click();
  await others.getByRole('link', { name: 'Đinh Văn Thắng' }).click();
  for (const command of ['invite', 'offer', 'hire']) {
    await others.locator(`input[name=command][value=${command}]`).check();
    if (command === 'hire') {
      const line = others.locator('select[name=line]');
      const wanted = line.locator('option', { hasText: number }).first();
      await line.selectOption((await wanted.getAttribute('value'))!);
    }
    await others.locator('main form .btn').last().click();
  }
  await graduate.goto('/toi');
  await graduate.getByRole('link', { name: title }).click();
  await graduate.getByRole('button', { name: 'Đúng, tôi đã nhận việc' }).click();
  await expect(graduate.locator('.flash')).toContainText('Chúc bạn làm việc tốt');
  await become(others, 'college');
  await others.goto(agreement);
  await expect(others.locator('#ket-qua ~ table td').last()).toContainText('1');
  await become(others, 'manager');
  await others.goto('/tt/so-lieu');
  await expect(others.locator('.funnel a', { hasText: 'người đã nhận việc theo hợp đồng' }).locator('strong')).toHaveText(String(before + 1));
  await context.close();
});

test('the year 2024 is told: two conferences, 45 businesses, six signatures', async ({ page }) => {
  await page.goto('/');
  await become(page, 'manager');
  await page.goto('/tt/so-lieu?nam=2024');
  const tile = (words: string) => page.locator('.funnel a', { hasText: words }).locator('strong');
  await expect(tile('hội nghị')).toHaveText('2');
  await expect(tile('doanh nghiệp đăng ký')).toHaveText('45');
  await expect(tile('hợp đồng đã ký')).toHaveText('6');
  await expect(page.locator('section[aria-labelledby=da-ky] tbody tr')).toHaveCount(6);
  const figures = await (await page.request.get('/api/v1/figures/partnerships?year=2024')).json();
  expect(figures).toMatchObject({ year: 2024, conferences: 2, registered: 45, signed: 6 });
  // Each figure leads to the records that it counts.
  await page.locator('.funnel a', { hasText: 'hợp đồng đã ký' }).click();
  await expect(page.locator('main tbody tr')).toHaveCount(6);
  await page.goto('/tt/so-lieu?nam=2024');
  await page.locator('section[aria-labelledby=hoi-nghi] a').first().click();
  await expect(page.locator('.funnel')).toContainText('doanh nghiệp đăng ký');
});
