import type { Page } from '@playwright/test';

/** Whatever is executed, asked of a strange host, refused by the policy, or asked of the person. */
export function watchPage(page: Page): { readonly happened: string[] } {
  const happened: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) happened.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === 'evil.test')
      happened.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    happened.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => happened.push(message));
  return { happened };
}
