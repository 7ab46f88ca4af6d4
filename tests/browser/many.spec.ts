// Posting many at once: a file, its wrong rows mended where they stand; and a key for the employer's software.
import { become, expect, test } from './support/site';
import { handIn } from './support/places';

test('a file is handed in, and its wrong row mended on the page', async ({ page }) => {
  await become(page, 'employer');
  await handIn(page, [
    'Thợ may mẫu,3,May mẫu áo khoác theo bản vẽ.,KCN Tiền Hải,9-12 triệu,Nguyễn Thị Hoà,0912000333',
    'Thợ cắt vải,2,Cắt vải theo sơ đồ trên bàn cắt.,KCN Tiền Hải,nhiều lắm,Nguyễn Thị Hoà,0912000333',
  ]);
  const counts = page.locator('main dl dd');
  await expect(counts).toHaveText(['2', '1', '1']);
  const row = page.locator('main fieldset', { hasText: 'Thợ cắt vải' });
  await expect(row).toContainText('Mức lương');
  await expect(row.locator('.err')).not.toBeEmpty();
  // The wrong cell is an input with what was typed; nothing of the row is lost.
  const cell = row.locator('.field--bad input').first();
  await expect(cell).toHaveValue('nhiều lắm');
  await cell.fill('8-10 triệu');
  await page.locator('main form .btn').first().click();
  await expect(page.locator('main')).toContainText('Không còn dòng nào cần sửa');
  await page.goto('/ntd');
  await expect(page.locator('main')).toContainText('Thợ cắt vải');
});

test('a key opens the API for software, until it is revoked', async ({ page, request, complaints }) => {
  await become(page, 'employer');
  await page.goto('/ntd/doanh-nghiep');
  await page.getByRole('link', { name: 'Kết nối phần mềm' }).click();
  await page.locator('[name=ten]').fill('Phần mềm thử');
  await page.locator('form[action="/ntd/ket-noi"] .btn').click();
  const key = await page.locator('#khoa').inputValue();
  expect(key).toMatch(/^svk_test_/);
  const headers = { authorization: `Bearer ${key}` };
  const who = await request.get('/api/v1/employer', { headers });
  expect((await who.json()).key).toEqual({ scope: 'write', mode: 'test' });
  const made = await request.post('/api/v1/employer/vacancies', { headers, data: { content: { title: 'Thợ may' } } });
  expect(made.status()).toBe(201);
  await page.goto('/ntd/ket-noi');
  await expect(page.locator('main')).not.toContainText(key);
  const own = page.locator('li', { hasText: 'Phần mềm thử' }).first();
  await expect(own).toContainText('dùng lần cuối');
  await own.getByRole('button', { name: /Thu hồi/ }).click();
  await expect(page.locator('main')).not.toContainText('Phần mềm thử');
  complaints.expects(401);
  expect((await request.get('/api/v1/employer', { headers })).status()).toBe(401);
});
