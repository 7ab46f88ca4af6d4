// Every key page: nothing axe objects to in either theme, no sideways scroll, one heading, sound HTML.
import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from '@playwright/test';
import { ownPlaces, type Place, publicPlaces } from './support/places';
import { become, expect, test } from './support/site';

const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How the templates write is a matter of taste; what browsers and readers make of it is not.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // "tel:" links on the way to a phone are formatted as people say them.
    'tel-non-breaking': 'off',
    // HTML lets these be left out, and several boxes, radios or buttons share a name by design.
    'no-implicit-close': 'off',
    'no-implicit-input-type': 'off',
    'form-dup-name': 'off',
    'prefer-native-element': 'off',
    // A list may have a name (ARIA 1.2), although it needs none.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A button in a form that posts is a submit button; HTML says so itself.
    'no-implicit-button-type': 'off',
  },
});

async function faults(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return result.violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n').slice(1, 3).join(' ').trim()}`));
}

async function isSound(page: Page, place: Place): Promise<void> {
  await place.go(page);
  await expect(page.locator('main')).toBeVisible();

  await test.step('axe, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await faults(page), `${place.name}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('headings, title, language, main part', async () => {
    expect.soft(await page.locator('h1').count(), 'one h1').toBe(1);
    expect.soft((await page.locator('h1').innerText()).trim()).not.toBe('');
    expect.soft(await page.title()).toMatch(/\S.* – \S/);
    expect.soft(await page.locator('html').getAttribute('lang')).toMatch(/^(vi|en)$/);
    expect.soft(await page.locator('main#noi-dung').count()).toBe(1);
    // A text that was never translated shows its key in braces or its name.
    expect.soft(await page.locator('body').innerText()).not.toMatch(/\{\s*\$|\b[a-z]+(-[a-z]+){2,}\b(?=\s*$)/m);
  });

  // The same markup goes to every screen.
  if (test.info().project.name === 'desktop') await test.step('HTML', async () => {
    const report = await html.validateString(await source(page));
    const faults = report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId} at ${message.line}:${message.column}: ${message.message} (${message.selector ?? ''})`));
    expect.soft(faults, place.name).toEqual([]);
  });

  await test.step('no sideways scroll at 320 px and at this width', async () => {
    const before = page.viewportSize();
    for (const width of [320, before?.width ?? 320]) {
      await page.setViewportSize({ width, height: 740 });
      const wide = await page.evaluate(() => {
        const window = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= window) return [];
        // The innermost that stick out say what is to be mended.
        const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > window + 0.5 && e.getClientRects().length);
        return out.filter((e) => !out.some((other) => other !== e && e.contains(other))).slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}: ${(e.textContent ?? '').slice(0, 60)}`);
      });
      expect.soft(wide, `${place.name} at ${width} px is wider than the window`).toEqual([]);
    }
    if (before) await page.setViewportSize(before);
  });
}

/** The page as it was sent: what the browser repaired is what is looked for. */
async function source(page: Page): Promise<string> {
  const answer = await page.request.get(page.url());
  return (answer.headers()['content-type'] ?? '').startsWith('text/html') ? answer.text() : page.content();
}

for (const place of publicPlaces) {
  test(`a visitor’s page is sound: ${place.name}`, async ({ page, complaints }) => {
    if (place.status) complaints.expects(place.status);
    await isSound(page, place);
  });
}

for (const place of ownPlaces) {
  test(`a page for those signed in is sound: ${place.name}`, async ({ page, complaints }) => {
    if (place.status) complaints.expects(place.status);
    await page.goto('/');
    await become(page, place.role ?? 'visitor');
    await isSound(page, place);
  });
}
