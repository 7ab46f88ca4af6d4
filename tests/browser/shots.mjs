import { chromium } from 'playwright-core';
const base = 'http://127.0.0.1:18080';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const [role, out, width, ...paths] = process.argv.slice(2);
const context = await browser.newContext({ viewport: { width: Number(width), height: 800 }, javaScriptEnabled: width !== '361', locale: 'vi-VN' });
const page = await context.newPage();
if (role !== 'visitor') { await context.request.post(base + '/demo/vai-tro', { form: { 'vai-tro': role }, headers: { origin: base } }); }
let n = 0;
for (let path of paths) {
  if (path.startsWith('>')) { // follow the first link that matches a selector
    await page.click(path.slice(1)); await page.waitForLoadState();
  } else { await page.goto(base + path); }
  const w = await page.evaluate(() => document.documentElement.scrollWidth);
  console.log(page.url(), w);
  await page.screenshot({ path: `/tmp/shots/${out}-${n++}.png`, fullPage: true });
}
await browser.close();
