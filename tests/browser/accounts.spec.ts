// How people sign in: two steps, a provider, a passkey, two accounts that become one.
import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enterNumber, expect, signIn, test } from './support/own';
import { become, codeSentTo, freshPhone } from './support/site';

const has = {
  script: () => test.info().project.use.javaScriptEnabled !== false,
};

/** Six digits of an authenticator that was given this secret (RFC 6238). */
function authenticator(secret: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const from = hash[19] & 15;
  return String((hash.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

const signOut = async (page: Page) => {
  const menu = page.getByRole('button', { name: 'Trình đơn' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL('/');
};

test('two steps: an authenticator, and a recovery code for when it is lost', async ({ page, complaints }) => {
  complaints.expects(422);
  const phone = freshPhone();
  await signIn(page, phone);
  await page.goto('/toi/xac-thuc');
  await page.getByRole('button', { name: 'Bắt đầu cài đặt' }).click();
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible();
  const secret = await page.locator('#khoa').innerText();
  const first = authenticator(secret);
  await page.getByLabel('Mã 6 số trong ứng dụng').fill(first);
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã dự phòng');
  const codes = await page.locator('#ma-du-phong li').allInnerTexts();
  expect(codes.length).toBe(10);
  await page.getByRole('link', { name: 'Tôi đã lưu các mã này' }).click();

  await test.step('the first step alone signs nobody in; a code that was used is no code', async () => {
    await signOut(page);
    await signIn(page, phone);
    await expect(page).toHaveURL(/\/dang-nhap\/buoc-hai/);
    await page.goto('/toi');
    await expect(page).toHaveURL(/\/dang-nhap\?tiep=/);
    await signIn(page, phone);
    await page.getByLabel('Mã trong ứng dụng hoặc mã dự phòng').fill(first);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.locator('#loi')).toBeVisible();
  });

  await test.step('the next code does', async () => {
    // The authenticator shows the next digits within half a minute; the site takes those early by one step.
    await page.getByLabel('Mã trong ứng dụng hoặc mã dự phòng').fill(authenticator(secret, Date.now() + 30_000));
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page).toHaveURL('/toi');
  });

  await test.step('so does a recovery code, once', async () => {
    await signOut(page);
    await signIn(page, phone);
    await page.getByLabel('Mã trong ứng dụng hoặc mã dự phòng').fill(codes[3]);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page).toHaveURL('/toi');
    await page.goto('/toi/tai-khoan');
    await expect(page.getByText('Còn 9 mã dự phòng')).toBeVisible();
    await signOut(page);
    await signIn(page, phone);
    await page.getByLabel('Mã trong ứng dụng hoặc mã dự phòng').fill(codes[3]);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.locator('#loi')).toBeVisible();
  });
});

test('a provider of OpenID Connect signs in whoever has linked it', async ({ page }) => {
  const name = `an${Date.now()}`;
  const phone = freshPhone();
  const throughProvider = async () => {
    await page.goto('/dang-nhap');
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng tỉnh' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  await throughProvider();
  await expect(page).toHaveURL('/dang-nhap/lien-ket');
  await expect(page.locator('main')).toContainText(`${name}@provider.example`);
  await page.getByRole('link', { name: 'Đăng nhập', exact: true }).last().click();
  await enterNumber(page, phone);
  await expect(page).toHaveURL('/dang-nhap/lien-ket');
  await page.getByRole('button', { name: 'Liên kết' }).click();
  await expect(page.getByRole('status')).toContainText('Đã liên kết');
  await expect(page.locator('main')).toContainText(`${name}@provider.example`);

  await signOut(page);
  // The provider still knows who is there and asks nothing.
  await page.goto('/dang-nhap?tiep=%2Ftoi%2Ftai-khoan');
  await page.getByRole('link', { name: 'Đăng nhập bằng Cổng tỉnh' }).click();
  await expect(page).toHaveURL('/toi/tai-khoan');
  await expect(page.locator('main')).toContainText(phone.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3'));
  await page.getByRole('button', { name: /Bỏ liên kết/ }).click();
  await expect(page.getByRole('status')).toContainText('Đã bỏ liên kết');
});

test('who says no at the provider is told so and signed in nowhere', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByRole('link', { name: 'Đăng nhập bằng Cổng tỉnh' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL('/dang-nhap');
  await expect(page.getByRole('status')).toContainText('bị huỷ');
});

test('a passkey is added and signs in, both steps at once', async ({ page }) => {
  test.skip(!has.script(), 'a device is asked by a script');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  const phone = freshPhone();
  await signIn(page, phone);
  await page.goto('/toi/khoa');
  await page.getByLabel(/^Tên khoá/).fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Thêm khoá trên máy này' }).click();
  await expect(page.getByRole('status')).toContainText('Đã thêm khoá truy cập');
  await expect(page.locator('.tasks')).toContainText('Điện thoại của tôi');
  expect((await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

  await signOut(page);
  await page.goto('/dang-nhap?tiep=%2Ftoi%2Fkhoa');
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
  await expect(page).toHaveURL('/toi/khoa');
  await expect(page.locator('.tasks')).toContainText('Dùng lần cuối');

  // Taken away here, the device's key opens nothing any more.
  await page.getByRole('button', { name: /Bỏ khoá/ }).click();
  await expect(page.getByRole('status')).toContainText('Đã bỏ khoá truy cập');
  await signOut(page);
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
  await expect(page.getByRole('status')).toContainText('Khoá truy cập không dùng được');
});

test('two accounts of one person become one', async ({ page }) => {
  const [stays, goes] = [freshPhone(), freshPhone()];
  await signIn(page, goes);
  await signOut(page);
  await signIn(page, stays);
  await page.goto('/toi/tai-khoan');
  await page.getByRole('link', { name: 'Gộp với một tài khoản khác của tôi' }).click();
  await page.getByLabel('Số điện thoại hoặc email của tài khoản kia').fill(goes);
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  await page.getByLabel('Mã xác nhận').fill(await codeSentTo(page, goes));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem trước khi gộp');
  await expect(page.locator('main')).toContainText('Không tách lại được');
  await page.getByRole('button', { name: 'Gộp hai tài khoản' }).click();
  await expect(page.getByRole('status')).toContainText('Đã gộp hai tài khoản');
  await signOut(page);
  await signIn(page, goes);
  await page.goto('/toi/tai-khoan');
  await expect(page.locator('main')).toContainText(stays.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3'));
});

test('an officer enters for somebody at the counter, who finds it under their number', async ({ page }) => {
  const phone = freshPhone();
  await page.goto('/viec-lam?q=cong+nhan');
  const href = (await page.locator('#ket-qua .jobs a').first().getAttribute('href')) ?? '';
  const number = /\/viec-lam\/(\d+)/.exec(href)?.[1] ?? '';
  await become(page, 'officer');
  await page.goto('/tt/nhap-ho');
  await page.getByLabel(/^Quét mã QR/).fill('034195001234|151234567|Phạm Thị Hiền|02091995|Nữ|Thụy Liên|10052021');
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByLabel(/^Mã tin tuyển dụng/).fill(number);
  await page.getByLabel('Ký vào phiếu').check();
  await page.getByRole('button', { name: 'Nhập hộ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phiếu ứng tuyển');
  await expect(page.locator('article')).toContainText('Phạm Thị Hiền');
  await become(page, 'visitor');
  await signIn(page, phone);
  await expect(page.locator('.tasks li')).toHaveCount(1);
});
