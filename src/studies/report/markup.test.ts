import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markup } from './markup.ts';

const hostile = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    '</style>',
    '&lt;',
  ],
  ...['\u0000', '\uD800', '\u202E', '<!--', ']]>', '${x}'],
);
const texts = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

it('lets no text out of its element or its attribute, whatever it says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: written } = markup`<p title="${text}">${text}</p>`;
      const inside = /^<p title="([^"]*)">([^]*)<\/p>$/.exec(written);
      const [, title = '', content = ''] = inside ?? [];
      for (const part of [title, content]) {
        expect(part).not.toMatch(/[<>"']/);
        expect(part).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
        // eslint-disable-next-line no-control-regex -- those are what no page may hold
        expect(part).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/);
      }
      expect(title).toBe(content);
    }),
  );
});

it('gives a text back to who reads the page', () => {
  const decoded = markup`${`a < b & "c" 'd' é 😀`}`.text
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  expect(decoded).toBe(`a < b & "c" 'd' é 😀`);
});
