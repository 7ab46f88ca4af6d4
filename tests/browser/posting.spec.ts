// Posting a vacancy as somebody does who has never seen the site: how much it takes, and what is said on the way.
import { writePosting } from './support/posting';
import { become, expect, freshWord, test } from './support/site';

test('a first vacancy takes five screens and sixteen answers at most, a second by copying three taps', async ({ page }) => {
  const word = freshWord();
  const title = `Công nhân hoàn thiện ${word}`;
  await page.goto('/');
  await become(page, 'employer');

  await test.step('the first', async () => {
    await page.getByRole('link', { name: 'Đăng tin', exact: true }).first().click();
    const began = Date.now();
    const effort = await writePosting(page, { title, quantity: '20', description: 'Cắt chỉ, là và gấp áo sơ mi. Làm đứng, có bàn máy riêng.', benefit: 'insurance' });
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await expect(page.locator('main')).toContainText('Chờ duyệt');
    test.info().annotations.push({ type: 'posting', description: `${effort.screens} screens, ${effort.answers} answers, ${effort.taps + 1} taps, ${Date.now() - began} ms of the site` });
    expect(effort.screens).toBeLessThanOrEqual(5);
    expect(effort.answers).toBeLessThanOrEqual(16);
    expect(effort.taps).toBeLessThanOrEqual(32);
  });

  await test.step('a second by copying', async () => {
    await page.goto('/ntd/tin/moi');
    let taps = 0;
    await page.getByText('Sao chép từ tin cũ').click();
    taps += 1;
    await page.getByRole('button', { name: `Sao chép tin ${title}` }).first().click();
    taps += 1;
    await expect(page).toHaveURL(/\/xem-truoc$/);
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    taps += 1;
    await expect(page.locator('main')).toContainText('Chờ duyệt');
    expect(taps).toBeLessThanOrEqual(3);
  });
});

test('a posting is saved at each step and gone on with later', async ({ page }) => {
  const title = `Thợ hàn ${freshWord()}`;
  await page.goto('/');
  await become(page, 'employer');
  await page.goto('/ntd/tin/moi');
  await page.locator('[name=job_title]').fill(title);
  await page.locator('[name=quantity]').fill('4');
  await page.locator('[name=job_description]').fill('Hàn khung thép trong xưởng.');
  await page.locator('select[name=park]').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page).toHaveURL(/\/sua\/2$/);
  await page.locator('[name=wage_from]').fill('10');
  await page.getByRole('button', { name: 'Lưu, làm tiếp sau' }).click();
  await expect(page.locator('.flash')).toContainText('Đã lưu bản nháp');

  await page.goto('/ntd');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('link', { name: 'Viết tiếp' }).click();
  // Nothing is missing but what was filled in beforehand: the check, and every step can be gone back to.
  await expect(page).toHaveURL(/\/xem-truoc$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('what is wrong is said at its place, and what the rules find once before the next step', async ({ page, complaints, javaScriptEnabled }) => {
  complaints.expects(422);
  await page.goto('/');
  await become(page, 'employer');
  await page.goto('/ntd/tin/moi');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page.locator('#loi')).toContainText('Nhập mục “Tên công việc”');
  await page.locator('[name=job_title]').fill(`Công nhân kho ${freshWord()}`);
  await page.locator('[name=quantity]').fill('5');
  await page.locator('[name=job_description]').fill('Bốc xếp hàng. Đặt cọc 500 nghìn tiền đồng phục.');
  await page.locator('select[name=park]').selectOption({ index: 1 });
  const remarks = page.locator('#nhac-nho');
  if (javaScriptEnabled !== false) {
    // While it is written.
    await expect(remarks).toContainText('Không thu tiền, đặt cọc');
    await page.locator('[name=job_description]').fill('Bốc xếp hàng. Công ty cấp đồng phục.');
    await page.locator('[name=quantity]').focus();
    await expect(remarks).not.toContainText('đặt cọc');
    await page.locator('[name=job_description]').fill('Bốc xếp hàng. Đặt cọc 500 nghìn tiền đồng phục.');
  }
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(remarks).toContainText('Không thu tiền, đặt cọc');
  await expect(page).toHaveURL(/\/sua\/1/);
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(page).toHaveURL(/\/sua\/2$/);
});
