// What a page weighs on the wire, gzip: with everything it asks for, at most 60 KB (pages.md).
import { gunzipSync } from 'node:zlib';
import { get as ask } from 'node:http';
import type { Page } from '@playwright/test';
import { ownPlaces, publicPlaces } from './support/places';
import { become, expect, test } from './support/site';

const KB = 1024;
const most = { html: 15 * KB, css: 8 * KB, js: 6 * KB, svg: 3 * KB, fonts: 20 * KB, all: 60 * KB };
type Kind = Exclude<keyof typeof most, 'all'>;

/** The bytes of an answer's body as they travel. */
function weigh(url: string, cookie: string): Promise<{ type: string; encoding: string; bytes: Buffer }> {
  return new Promise((done, failed) => {
    ask(url, { headers: { 'accept-encoding': 'gzip', accept: '*/*', cookie } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done({ type: answer.headers['content-type'] ?? '', encoding: answer.headers['content-encoding'] ?? '', bytes: Buffer.concat(parts) }));
      answer.on('error', failed);
    }).on('error', failed);
  });
}

function kindOf(type: string): Kind {
  if (type.startsWith('text/html')) return 'html';
  if (type.startsWith('text/css')) return 'css';
  if (type.includes('javascript')) return 'js';
  if (type.includes('svg')) return 'svg';
  if (type.includes('font') || type.includes('woff')) return 'fonts';
  throw new Error(`a page asks for ${type}`);
}

/** Everything the browser asked for to show the page, weighed anew without its cache. */
async function weight(page: Page, asked: Set<string>): Promise<Record<keyof typeof most, number>> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const sum: Record<keyof typeof most, number> = { html: 0, css: 0, js: 0, svg: 0, fonts: 0, all: 0 };
  for (const url of asked) {
    const { type, encoding, bytes } = await weigh(url, cookie);
    const kind = kindOf(type);
    if (kind !== 'fonts') {
      expect.soft(encoding, `${url} travels compressed`).toBe('gzip');
      expect.soft(gunzipSync(bytes).length, `${url} is worth compressing`).toBeGreaterThanOrEqual(bytes.length);
    }
    sum[kind] += bytes.length;
    sum.all += bytes.length;
  }
  return sum;
}

for (const place of [...publicPlaces, ...ownPlaces].filter((place) => !place.status)) {
  test(`light enough for a slow network: ${place.name}`, async ({ page }) => {
    if (place.role) {
      await page.goto('/');
      await become(page, place.role);
    }
    await place.go(page);
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.url().startsWith('http')) asked.add(request.url().split('#')[0]);
    });
    await page.reload({ waitUntil: 'networkidle' });
    const sum = await weight(page, asked);
    test.info().annotations.push({ type: 'weight', description: Object.entries(sum).map(([kind, bytes]) => `${kind} ${(bytes / KB).toFixed(1)}`).join(', ') });
    expect(asked.size).toBeGreaterThan(1);
    for (const kind of Object.keys(most) as (keyof typeof most)[]) expect.soft(sum[kind], kind).toBeLessThanOrEqual((kind === 'html' && place.html) || most[kind]);
  });
}
