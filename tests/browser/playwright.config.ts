import { defineConfig } from '@playwright/test';

// The system's Chromium, quiet: nothing of its own over the network, and able to run as root.
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // One demo for the whole run; each test is a visitor of its own with its own names and numbers.
  globalSetup: './support/demo.ts',
  fullyParallel: true,
  workers: Number(process.env.BROWSER_WORKERS ?? 2),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Slow is not wrong: the machine that runs this may be doing something else, too.
  timeout: 120_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  snapshotPathTemplate: 'pictures/{platform}/{projectName}/{arg}{ext}',
  use: {
    baseURL: process.env.SANVIEC_URL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
    // Nothing glides while a test looks at where it is.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'phone', testIgnore: ['weight.spec.ts', 'keyboard.spec.ts', 'moderation.spec.ts'], use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'nojs', testMatch: ['main.spec.ts', 'search.spec.ts', 'accounts.spec.ts', 'organisations.spec.ts', 'partnership.spec.ts', 'posting.spec.ts'], use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false } },
  ],
});
