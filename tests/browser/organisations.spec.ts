// Organisations as their people live with them: registering, inviting, joining, leaving; and what
// officers mend.
import type { Page } from '@playwright/test';
import { expect, signIn, somebodyElse, test } from './support/own';
import { become, freshPhone, freshWord } from './support/site';

/** A tax code that nobody has, with its check digit (TCVN: 31, 29, 23, 19, 17, 13, 7, 5, 3). */
function taxCode(): string {
  for (;;) {
    const digits = Array.from({ length: 9 }, () => Math.floor(Math.random() * 10));
    const check = 10 - ([31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((sum, weight, i) => sum + weight * digits[i], 0) % 11);
    if (check < 10 && digits[0] !== 0) return digits.join('') + check;
  }
}

/** Fills form 03 and sends it. */
async function registers(page: Page, name: string, code: string): Promise<void> {
  await page.goto('/dang-ky');
  await page.getByRole('link', { name: 'Doanh nghiệp, hợp tác xã, cơ quan' }).click();
  await page.getByLabel('Tên doanh nghiệp, người tuyển dụng').fill(name);
  await page.getByLabel('Mã số thuế').fill(code);
  await page.locator('input[name=ownership]').first().check();
  await page.locator('select[name=commune]').selectOption('12826');
  await page.getByLabel('Số điện thoại của tổ chức').fill('0227 383 1234');
  await page.getByLabel('Email của tổ chức').fill('nhansu@mau.example');
  await page.locator('select[name=industry]').selectOption('C');
  await page.getByLabel('Mặt hàng, sản phẩm, dịch vụ chính').fill('Áo sơ mi');
  await page.locator('select[name=workforce]').selectOption({ index: 3 });
  await page.getByLabel('Họ tên người đại diện đăng ký').fill('Vũ Thị Lan');
  await page.getByLabel('Số điện thoại của người đại diện').fill('0912 000 444');
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
}

/** A new employer with its owner signed in. */
async function newEmployer(page: Page): Promise<{ name: string; code: string }> {
  const [name, code] = [`Công ty TNHH ${freshWord()} (mẫu)`, taxCode()];
  await become(page, 'visitor');
  await signIn(page, freshPhone());
  await registers(page, name, code);
  await expect(page).toHaveURL('/ntd');
  return { name, code };
}

test('an owner invites a colleague, who joins and leaves; the last owner stays', async ({ page, browser, complaints }) => {
  complaints.expects(422);
  const { name } = await newEmployer(page);
  await page.goto('/ntd/thanh-vien');
  await page.getByLabel('Người tuyển dụng').last().check();
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  const link = await page.locator('#link').inputValue();

  const colleague = await somebodyElse(browser, page);
  await colleague.goto(new URL(link).pathname);
  await expect(colleague.locator('main')).toContainText(name);
  const signInFirst = (await colleague.getByRole('link', { name: 'Đăng nhập để nhận lời' }).getAttribute('href')) ?? '';
  await signIn(colleague, freshPhone(), signInFirst);
  await colleague.getByRole('button', { name: 'Nhận lời' }).click();
  await expect(colleague).toHaveURL('/ntd');

  await page.goto('/ntd/thanh-vien');
  await expect(page.locator('main li.box')).toHaveCount(2);
  await page.locator('main li.box').nth(1).locator('select').selectOption('viewer');
  await page.locator('main li.box').nth(1).getByRole('button', { name: 'Đổi' }).click();
  await expect(page.locator('main li.box').nth(1)).toContainText('Người xem');

  await colleague.goto('/ntd/thanh-vien');
  await colleague.getByLabel('Tôi muốn rời tổ chức này').check();
  await colleague.getByRole('button', { name: 'Rời tổ chức' }).click();
  await expect(colleague).not.toHaveURL(/\/ntd/);
  await colleague.context().close();

  await page.goto('/ntd/thanh-vien');
  await expect(page.locator('main li.box')).toHaveCount(1);
  await page.getByLabel('Tôi muốn rời tổ chức này').check();
  await page.getByRole('button', { name: 'Rời tổ chức' }).click();
  await page.goto('/ntd/thanh-vien');
  await expect(page.locator('main li.box')).toHaveCount(1);
});

test('whoever registers a tax code that is known asks to join, and the owner answers', async ({ page, browser }) => {
  const { name, code } = await newEmployer(page);
  const asker = await somebodyElse(browser, page);
  await signIn(asker, freshPhone());
  await registers(asker, 'Tên khác', code);
  await expect(asker.getByRole('heading', { level: 1 })).toHaveText('Tổ chức này đã có trên sàn');
  await expect(asker.locator('main')).toContainText(name);
  await asker.getByRole('button', { name: 'Gửi yêu cầu tham gia' }).click();

  await page.goto('/ntd/thanh-vien');
  await page.getByRole('button', { name: 'Nhận vào' }).click();
  await expect(page.locator('main ul.stack > li.box')).toHaveCount(2);
  await asker.goto('/toi/tai-khoan');
  await asker.getByRole('button', { name: new RegExp(`Chuyển.*${name.slice(0, 16)}`) }).last().click();
  await expect(asker).toHaveURL('/ntd');
  await asker.context().close();
});

test('an officer verifies an organisation with what was looked at', async ({ page }) => {
  const { name } = await newEmployer(page);
  await become(page, 'officer');
  await page.goto('/tt/to-chuc');
  await page.getByLabel('Tên hoặc mã số thuế').fill(name);
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Mở hồ sơ chờ xác minh' }).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await page.getByLabel('Xác minh', { exact: true }).check();
  await page.locator('input[name=looked]').first().check();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.locator('.flash')).toContainText('Đã ghi quyết định');
});

test('an officer repairs an organisation without an owner, and merges two of one body', async ({ page }) => {
  await page.goto('/');
  await become(page, 'officer');
  await page.goto('/tt/to-chuc');
  const ownerless = page.locator('section', { has: page.getByRole('heading', { name: 'Không còn chủ tài khoản' }) }).getByRole('link').first();
  const left = await ownerless.innerText();
  await ownerless.click();
  await page.getByLabel(/Lý do/).first().fill('Chủ cũ đã nghỉ việc, công ty gửi công văn');
  await page.getByRole('button', { name: 'Giao quyền chủ tài khoản' }).first().click();
  await page.goto('/tt/to-chuc');
  await expect(page.getByRole('link', { name: left })).toHaveCount(0);

  const [stays, goes] = [await newEmployer(page), await newEmployer(page)];
  await become(page, 'officer');
  await page.goto(`/tt/to-chuc?q=${encodeURIComponent(goes.name)}`);
  await page.getByRole('link', { name: goes.name }).click();
  await page.locator('#vao').fill(stays.code);
  await page.locator('form:has(#vao) button').click();
  await expect(page.locator('main')).toContainText(stays.name);
  await page.getByLabel('Lý do gộp').fill('Một doanh nghiệp đăng ký hai lần');
  await page.getByRole('button', { name: 'Gộp', exact: true }).click();
  await page.goto(`/tt/to-chuc?q=${encodeURIComponent(goes.name)}`);
  await page.getByRole('link', { name: goes.name }).click();
  await expect(page.locator('main')).toContainText(stays.name);
});
