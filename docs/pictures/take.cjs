// Takes the pictures of the README from a running demo:
//   cd tests/browser && npm ci && cd ../..
//   target/debug/sanviec demo --small --at 2026-11-05T02:00:00Z --dir /tmp/pictures --listen 127.0.0.1:8097
//   node docs/pictures/take.cjs http://127.0.0.1:8097
// pngquant (Debian: apt-get install pngquant), where it is installed, brings them down to 64 colours.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { chromium } = require(join(__dirname, '../../tests/browser/node_modules/playwright-core'));

const site = process.argv[2] ?? 'http://127.0.0.1:8097';
const phone = { viewport: { width: 360, height: 960 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'vi-VN' };
const desktop = { viewport: { width: 1280, height: 900 }, locale: 'vi-VN' };

async function picture(page, name) {
  const path = join(__dirname, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  try {
    execFileSync('pngquant', ['--force', '--strip', '--nofs', '--ext', '.png', '64', path]);
  } catch (error) {
    console.error(`${name}: left as it is (${error.message.split('\n')[0]})`);
  }
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] });
  const small = await (await browser.newContext(phone)).newPage();
  await small.goto(`${site}/`);
  await picture(small, 'home-phone');
  await small.goto(`${site}/viec-lam?q=cong+nhan+may`);
  await picture(small, 'search-phone');
  const vacancy = await small.evaluate(() => [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href')).find((to) => /^\/viec-lam\/\d+-/.test(to ?? '')));

  const large = await (await browser.newContext(desktop)).newPage();
  await large.goto(`${site}${vacancy}`);
  await picture(large, 'vacancy-desktop');
  // The demo bar makes an officer of anybody.
  await large.evaluate(() => (document.querySelector('details.demo').open = true));
  await Promise.all([large.waitForNavigation(), large.click('button[name="vai-tro"][value="officer"]')]);
  await picture(large, 'queue-desktop');
  const first = await large.evaluate(() => [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href')).find((to) => /^\/tt\/duyet\/[0-9a-f-]{36}$/.test(to ?? '')));
  await large.goto(`${site}${first}`);
  await picture(large, 'case-desktop');
  await browser.close();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
