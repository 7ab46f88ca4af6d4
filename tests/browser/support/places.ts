// The key pages of every area, and how to get to those without an address of their own.
import type { Page } from '@playwright/test';
import { firstVacancy, numberOf, type Role } from './site';

export interface Place {
  name: string;
  role?: Role;
  /** An answer of this status belongs to the page. */
  status?: number;
  /** The bytes its HTML may have, gzip, where it is more than that of other pages. */
  html?: number;
  go: (page: Page) => Promise<unknown>;
}

/** A page by its address. */
const at = (name: string, path: string, more: Partial<Place> = {}): Place => ({ name, go: (page) => page.goto(path), ...more });

/** The page behind the first link of a list. */
const behind = (list: string, link: string) => async (page: Page) => {
  await page.goto(list);
  const href = await page.locator(link).first().getAttribute('href');
  if (!href) throw new Error(`${list} has no ${link}`);
  return page.goto(href);
};

/** The address of the conference that lies ahead, without its slug. */
async function conference(page: Page): Promise<string> {
  await page.goto('/hoi-nghi');
  const href = await page.locator('.jobs a').first().getAttribute('href');
  return href!.slice(0, '/hoi-nghi/'.length + 36);
}

/** The columns of the files that the stories hand in. */
const head = 'Tên công việc,Số lượng tuyển,Mô tả công việc,Nơi làm việc dự kiến,Mức lương,Người liên hệ tuyển dụng,Số điện thoại,Mã tin,Hình thức làm việc,Thời hạn tuyển dụng';

/** Hands a file of rows in, each with a reference of its own, and waits until it was read. */
export async function handIn(page: Page, rows: string[]): Promise<void> {
  const end = new Date(Date.now() + 30 * 24 * 3_600_000);
  const day = `${String(end.getDate()).padStart(2, '0')}/${String(end.getMonth() + 1).padStart(2, '0')}/${end.getFullYear()}`;
  const once = Math.random().toString(36).slice(2, 8);
  const lines = rows.map((row, at) => `${row},${once}-${at},Toàn thời gian,${day}`);
  await page.goto('/ntd/tin/nhap');
  await page.locator('[name=tep]').setInputFiles({ name: 'tin.csv', mimeType: 'text/csv', buffer: Buffer.from(`${head}\n${lines.join('\n')}\n`) });
  await page.locator('main form .btn').click();
  await page.waitForURL(/\/ntd\/tin\/nhap\/./);
  // The page says by itself when it is done.
  await page.locator('main p[role=status]').waitFor({ state: 'detached', timeout: 30_000 });
}

export const publicPlaces: Place[] = [
  at('home', '/'),
  at('search', '/viec-lam?q=cong+nhan+may'),
  at('search with filters', '/viec-lam?q=may&ca=day&pl=bus'),
  at('search without results', '/viec-lam?q=may&luong=300'),
  { name: 'vacancy', go: async (page) => page.goto(await firstVacancy(page)) },
  { name: 'vacancy in English', go: async (page) => page.goto(`/en${await firstVacancy(page)}`) },
  { name: 'poster', go: async (page) => page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/to-roi`) },
  { name: 'report', go: async (page) => page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/phan-anh`) },
  {
    name: 'reported',
    go: async (page) => {
      await page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/phan-anh`);
      await page.locator('main button[value=contact]').click();
      return page.waitForURL(/phan-anh\/./);
    },
  },
  { name: 'apply', go: async (page) => page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/ung-tuyen`) },
  {
    name: 'apply with errors',
    status: 422,
    go: async (page) => {
      await page.goto(`/viec-lam/${numberOf(await firstVacancy(page))}/ung-tuyen`);
      await page.locator('main form .btn').last().click();
      await page.locator('#loi').waitFor();
    },
  },
  {
    name: 'employer',
    go: async (page) => {
      await page.goto(await firstVacancy(page));
      const href = await page.locator('main a[href^="/doanh-nghiep/"]').first().getAttribute('href');
      return page.goto(href ?? '/doanh-nghiep/none');
    },
  },
  at('home in English', '/en'),
  at('search in English', '/en/viec-lam?q=may'),
  at('sign in', '/dang-nhap'),
  at('sign in with a password', '/dang-nhap/mat-khau'),
  at('password forgotten', '/quen-mat-khau'),
  at('link that can’t be used', '/dat-mat-khau?ma=none'),
  {
    name: 'code',
    go: async (page) => {
      await page.goto('/dang-nhap');
      await page.locator('[name=lien-lac]').fill('0987 000 111');
      await page.locator('main form .btn').first().click();
      return page.waitForURL(/xac-nhan/);
    },
  },
  at('accessibility', '/tro-nang'),
  at('privacy', '/quyen-rieng-tu'),
  at('contact', '/lien-he'),
  at('promise', '/cam-ket-duyet'),
  at('programmes', '/dao-tao'),
  { name: 'programme', go: behind('/dao-tao', 'ol.jobs a') },
  {
    name: 'college for everybody',
    go: async (page) => {
      await behind('/dao-tao', 'ol.jobs a')(page);
      const href = await page.locator('.jobhead a').first().getAttribute('href');
      return page.goto(href ?? '');
    },
  },
  at('not found', '/khong-co-trang-nay', { status: 404 }),
  at('about the demo', '/demo'),
  at('box of messages', '/demo/hop-thu'),
];

export const ownPlaces: Place[] = [
  at('seeker’s applications', '/toi', { role: 'seeker' }),
  { name: 'seeker’s application', role: 'seeker', go: behind('/toi', '.tasks a') },
  at('account', '/toi/tai-khoan', { role: 'seeker' }),
  at('account in English', '/en/toi/tai-khoan', { role: 'seeker' }),
  at('password', '/toi/mat-khau', { role: 'seeker' }),
  at('second factor', '/toi/xac-thuc', { role: 'seeker' }),
  {
    name: 'second factor begun',
    role: 'employer',
    go: async (page) => {
      await page.goto('/toi/xac-thuc');
      const begin = page.locator('form[action$="/toi/xac-thuc"] button');
      if (await begin.count()) await begin.click();
      return page.locator('main svg, main code').first().waitFor();
    },
  },
  at('devices', '/toi/thiet-bi', { role: 'seeker' }),
  at('another number', '/toi/dien-thoai', { role: 'seeker' }),
  at('another address', '/toi/email', { role: 'seeker' }),
  at('merging accounts', '/toi/gop', { role: 'seeker' }),
  at('registering an organisation', '/dang-ky', { role: 'seeker' }),
  at('registering an employer', '/dang-ky/doanh-nghiep', { role: 'seeker' }),
  at('members', '/ntd/thanh-vien', { role: 'employer' }),
  at('the employer’s record', '/ntd/doanh-nghiep', { role: 'employer' }),
  at('the college’s record', '/truong-toi/ho-so', { role: 'college' }),
  at('employer’s home', '/ntd', { role: 'employer' }),
  at('moderation results', '/ntd/duyet', { role: 'employer' }),
  at('recruitment results', '/ntd/ket-qua', { role: 'employer' }),
  at('keys of the employer’s software', '/ntd/ket-noi', { role: 'employer' }),
  {
    name: 'a new key',
    role: 'employer',
    go: async (page) => {
      await page.goto('/ntd/ket-noi');
      await page.locator('[name=ten]').fill('Phần mềm nhân sự');
      await page.locator('form[action="/ntd/ket-noi"] .btn').click();
      return page.locator('#khoa').waitFor();
    },
  },
  at('posting from a file', '/ntd/tin/nhap', { role: 'employer' }),
  {
    name: 'rows to be mended',
    role: 'employer',
    go: async (page) => {
      await handIn(page, ['Công nhân may,12,May áo sơ mi.,KCN Tiền Hải,nhiều lắm,Nguyễn Thị Hoà,0912000333']);
      return page.locator('main .field--bad').first().waitFor();
    },
  },
  at('posting form', '/ntd/tin/moi', { role: 'employer' }),
  {
    name: 'posting form with errors',
    role: 'employer',
    status: 422,
    go: async (page) => {
      await page.goto('/ntd/tin/moi');
      await page.locator('[name=job_title]').fill('Công nhân may');
      await page.locator('[name=quantity]').fill('vài người');
      await page.locator('button[value=next]').click();
      await page.locator('#loi').waitFor();
    },
  },
  {
    name: 'posting, the second step',
    role: 'employer',
    go: async (page) => {
      await page.goto('/ntd/tin/moi');
      await page.locator('[name=job_title]').fill('Công nhân may');
      await page.locator('[name=quantity]').fill('12');
      await page.locator('[name=job_description]').fill('May áo sơ mi. Chỉ tuyển nữ.');
      await page.locator('select[name=park]').selectOption({ index: 1 });
      // What the rules say of the text is shown once, before the next screen.
      await page.locator('button[value=next]').click();
      await page.locator('#nhac-nho .note').waitFor();
      await page.locator('button[value=next]').click();
      return page.waitForURL(/\/sua\/2$/);
    },
  },
  { name: 'employer’s vacancy', role: 'employer', go: behind('/ntd', 'table a[href^="/ntd/tin/"]') },
  { name: 'applicants', role: 'employer', go: behind('/ntd', 'table a[href$="/ung-vien"]') },
  {
    name: 'applicant',
    role: 'employer',
    go: async (page) => {
      await behind('/ntd', 'table a[href$="/ung-vien"]')(page);
      await page.locator('table a[href^="/ntd/don/"]').first().click();
      return page.waitForURL(/\/ntd\/don\//);
    },
  },
  at('needs', '/ntd/nhu-cau', { role: 'employer' }),
  { name: 'need', role: 'employer', go: behind('/ntd/nhu-cau', 'table a') },
  at('many needs', '/ntd/nhu-cau/nhieu', { role: 'employer' }),
  {
    name: 'need with errors',
    role: 'employer',
    status: 422,
    go: async (page) => {
      await page.goto('/ntd/nhu-cau/moi');
      await page.locator('[name=title]').fill('Thợ hàn');
      await page.locator('main form button').click();
      return page.locator('.errs').waitFor();
    },
  },
  at('partnerships', '/ntd/truong', { role: 'employer' }),
  { name: 'partnership', role: 'employer', go: behind('/ntd/truong', 'table a') },
  {
    name: 'agreement',
    role: 'manager',
    go: async (page) => {
      await behind('/tt/hop-tac?trang-thai=signed', 'table a')(page);
      const href = await page.locator('main ul.plain a[href*="/thoa-thuan/"]').first().getAttribute('href');
      return page.goto(href ?? '');
    },
  },
  {
    name: 'draft of an agreement',
    role: 'manager',
    go: async (page) => {
      await behind('/tt/hop-tac?trang-thai=signed', 'table a')(page);
      return page.goto(`${page.url()}/soan`);
    },
  },
  at('partnerships for the centre', '/tt/hop-tac', { role: 'manager' }),
  { name: 'conference', go: behind('/hoi-nghi', '.jobs a') },
  at('conferences', '/hoi-nghi'),
  at('conferences in English', '/en/hoi-nghi'),
  { name: 'registration', role: 'employer', go: async (page) => page.goto(`${await conference(page)}/dang-ky`) },
  { name: 'wishes', role: 'employer', go: async (page) => page.goto(`${await conference(page)}/muon-gap`) },
  { name: 'badge', role: 'college', go: async (page) => page.goto(`${await conference(page)}/cua-toi`) },
  at('conferences for the centre', '/tt/hoi-nghi', { role: 'manager' }),
  at('new conference', '/tt/hoi-nghi/moi', { role: 'manager' }),
  { name: 'conference for the centre', role: 'manager', go: behind('/tt/hoi-nghi', '.jobs a') },
  { name: 'check-in', role: 'manager', go: async (page) => page.goto(`/tt${await conference(page)}/diem-danh`) },
  { name: 'timetable', role: 'manager', go: async (page) => page.goto(`/tt${await conference(page)}/lich`) },
  // A sheet for the printer, with everybody's code on it: light as a whole, and only an officer opens it.
  { name: 'badges', role: 'manager', html: 30 * 1024, go: async (page) => page.goto(`/tt${await conference(page)}/in`) },
  { name: 'results of a conference', role: 'manager', go: async (page) => page.goto(`/tt${await conference(page)}/ket-qua`) },
  at('figures', '/tt/so-lieu', { role: 'manager' }),
  {
    name: 'what came of an agreement',
    role: 'manager',
    go: async (page) => {
      await behind('/tt/hop-tac?trang-thai=active', 'table a')(page);
      const href = await page.locator('a[href*="/thoa-thuan/"]').first().getAttribute('href');
      return page.goto(`${href}/ket-qua`);
    },
  },
  at('needs and graduates', '/tt/cung-cau', { role: 'manager' }),
  at('template of agreements', '/tt/mau-hop-dong', { role: 'manager' }),
  { name: 'case of a programme', role: 'officer', go: behind('/tt/duyet?loai=programme', 'table a[href^="/tt/duyet/"]') },
  at('queue', '/tt/duyet', { role: 'officer' }),
  at('queue of samples', '/tt/duyet?loai=sample', { role: 'officer' }),
  { name: 'case of reports', role: 'officer', go: behind('/tt/duyet?loai=report', 'table a[href^="/tt/duyet/"]') },
  { name: 'case', role: 'officer', go: behind('/tt/duyet', 'table a[href^="/tt/duyet/"]') },
  at('organisations', '/tt/to-chuc', { role: 'officer' }),
  { name: 'organisation', role: 'officer', go: behind('/tt/to-chuc', 'main li a[href^="/tt/to-chuc/"]') },
  at('the manager’s desk', '/tt/ban-quan-ly', { role: 'manager' }),
  at('counter', '/tt/nhap-ho', { role: 'officer' }),
  at('looking seekers up', '/tt/nguoi-tim-viec', { role: 'officer' }),
  at('college', '/truong-toi', { role: 'college' }),
  at('college’s programmes', '/truong-toi/chuong-trinh', { role: 'college' }),
  { name: 'college’s programme', role: 'college', go: behind('/truong-toi/chuong-trinh', 'table th a') },
  { name: 'college’s class', role: 'college', go: behind('/truong-toi/chuong-trinh', 'table td a') },
  at('college’s partners', '/truong-toi/doi-tac', { role: 'college' }),
  at('system', '/qt/he-thong', { role: 'admin' }),
  at('accounts', '/qt/tai-khoan', { role: 'admin' }),
  at('organisations for administrators', '/qt/to-chuc', { role: 'admin' }),
  at('reference lists', '/qt/danh-muc', { role: 'admin' }),
  at('audit log', '/qt/nhat-ky', { role: 'admin' }),
  at('message log', '/qt/kenh-gui', { role: 'admin' }),
  at('announcements', '/qt/thong-bao', { role: 'admin' }),
  at('branches', '/qt/chi-nhanh', { role: 'admin' }),
  at('no way in', '/qt/he-thong', { role: 'employer', status: 403 }),
];
