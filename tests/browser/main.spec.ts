// The walk of the demo, from search to publication; with scripts and without, by finger and by mouse.
import { writePosting } from './support/posting';
import { become, codeSentTo, expect, freshPhone, freshWord, test } from './support/site';

test('a visitor searches without marks, reads a vacancy and applies with a telephone number', async ({ page }) => {
  const phone = freshPhone();

  await test.step('searches for sewing work', async () => {
    await page.goto('/');
    await page.getByLabel('Nghề hoặc công ty').fill('cong nhan may');
    await page.getByLabel('Nghề hoặc công ty').press('Enter');
    await expect(page).toHaveURL(/\/viec-lam\?q=cong(\+|%20)nhan(\+|%20)may/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('việc làm');
    const titles = await page.locator('#ket-qua .jobs a').allInnerTexts();
    expect(titles.length).toBeGreaterThanOrEqual(10);
    for (const title of titles.slice(0, 5)) expect(title.toLowerCase()).toContain('may');
  });

  const title = await test.step('reads the first', async () => {
    const first = page.locator('#ket-qua .jobs a').first();
    const title = await first.innerText();
    await first.click();
    await expect(page).toHaveURL(/\/viec-lam\/\d+-/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('Nơi làm việc').first()).toBeVisible();
    return title;
  });

  await test.step('applies', async () => {
    await page.getByRole('link', { name: 'Ứng tuyển', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await page.getByLabel('Họ và tên').fill('Trần Thị Bình');
    await page.getByLabel('Số điện thoại').fill(phone);
    await page.getByLabel(/^Năm sinh/).fill('1998');
    await page.getByLabel('Sau 17 giờ').check();
    await page.getByLabel(/^Lời nhắn cho công ty/).fill('Đã làm may 2 năm');
    await page.locator('#dong-y').check();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác nhận');
  });

  await test.step('proves the number with the code', async () => {
    await page.getByLabel('Mã xác nhận').fill(await codeSentTo(page, phone));
    await page.getByRole('button', { name: 'Gửi đơn' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã gửi đơn');
    await expect(page.locator('.jobs')).toContainText(title);
    await expect(page.getByText('Đã làm may 2 năm')).toBeVisible();
  });

  await test.step('finds the application among their own', async () => {
    await page.goto('/toi');
    await expect(page.locator('.tasks li')).toHaveCount(1);
    await expect(page.locator('.tasks')).toContainText(title);
    await expect(page.locator('.tasks')).toContainText('Đã gửi');
  });

  await test.step('can’t send it twice', async () => {
    await page.getByRole('link', { name: title }).click();
    await page.locator('.jobs a').first().click();
    await page.getByRole('link', { name: /Bạn đã ứng tuyển/ }).click();
    await expect(page).toHaveURL(/\/toi\/don\//);
  });
});

test('an employer posts a vacancy, an officer publishes it, and it is found within two seconds', async ({ page }) => {
  const word = freshWord();
  const title = `Thợ may mẫu xưởng ${word}`;

  await test.step('the employer writes it', async () => {
    await page.goto('/');
    await become(page, 'employer');
    await page.getByRole('link', { name: 'Đăng tin', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng tin tuyển dụng');
    await writePosting(page, { title, quantity: '12', description: 'May mẫu theo đơn hàng.\nLàm ở tổ kỹ thuật, ngồi máy.', benefit: 'bus' });
  });

  await test.step('looks at it as a seeker will', async () => {
    await expect(page).toHaveURL(/\/ntd\/tin\/.+\/xem-truoc/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.pay').first()).toContainText('9–12 triệu');
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await expect(page.locator('main')).toContainText('Chờ duyệt');
  });

  await test.step('nobody finds it yet', async () => {
    await become(page, 'visitor');
    await page.goto(`/viec-lam?q=${word}`);
    await expect(page.locator('#ket-qua')).toBeVisible();
    await expect(page.locator('#ket-qua .jobs a', { hasText: title })).toHaveCount(0);
  });

  await test.step('the officer finds it in the queue and claims it', async () => {
    await become(page, 'officer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Duyệt tin');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText('Chưa ai nhận.')).toBeVisible();
    await page.getByRole('button', { name: 'Nhận xử lý' }).click();
    await expect(page.getByText(/Anh\/chị đang giữ/)).toBeVisible();
  });

  await test.step('publishes it', async () => {
    await page.getByLabel('Duyệt', { exact: true }).check();
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await expect(page.locator('.flash')).toContainText('Đã ghi quyết định');
  });

  await test.step('a visitor finds it by its words without marks', async () => {
    const decided = Date.now();
    const found = page.locator('#ket-qua .jobs a', { hasText: title });
    await expect(async () => {
      await page.goto(`/viec-lam?q=${encodeURIComponent(`tho may mau xuong ${word}`)}`);
      await expect(found).toHaveCount(1, { timeout: 100 });
    }).toPass({ intervals: [50], timeout: 2_000 });
    test.info().annotations.push({ type: 'found after', description: `${Date.now() - decided} ms` });
    await become(page, 'visitor');
    await page.goto(`/viec-lam?q=${word}`);
    await found.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('link', { name: 'Ứng tuyển', exact: true })).toBeVisible();
  });
});

test('an officer sends a vacancy back, and the employer reads why', async ({ page }) => {
  const word = freshWord();
  const title = `Nhân viên kho ${word}`;
  await page.goto('/');
  await become(page, 'employer');
  await page.goto('/ntd/tin/moi');
  await writePosting(page, { title, quantity: '3', description: 'Soạn hàng, đóng gói trong kho.' });
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await expect(page.locator('main')).toContainText('Chờ duyệt');

  await become(page, 'officer');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await page.getByLabel('Yêu cầu sửa', { exact: true }).check();
  await page.locator('input[name=reason]').first().check();
  await page.getByLabel(/^Lời nhắn thêm/).fill(`Ghi rõ giờ làm của kho ${word}`);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.locator('.flash')).toContainText('Đã ghi quyết định');

  await become(page, 'employer');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.locator('main')).toContainText('Cần sửa');
  await expect(page.locator('main')).toContainText(`Ghi rõ giờ làm của kho ${word}`);
});
