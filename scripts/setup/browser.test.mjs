// @ts-check
import { expect, test } from 'vitest';
import { findBrowser } from './browser.mjs';

/**
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string>} environment
 * @param {...string} installed
 */
function find(platform, environment, ...installed) {
  return findBrowser({ platform, environment, isBrowser: (path) => installed.includes(path) });
}

test('a browser named by the environment comes first, if it is there', () => {
  const environment = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
  expect(find('linux', environment, '/opt/chrome', '/usr/bin/chromium')).toBe('/opt/chrome');
  expect(find('linux', environment, '/usr/bin/chromium')).toBe('/usr/bin/chromium');
});

test('Chrome comes before Chromium, wherever on the path they are', () => {
  const environment = { PATH: '/usr/bin:/snap/bin' };
  expect(find('linux', environment, '/usr/bin/chromium', '/snap/bin/google-chrome')).toBe(
    '/snap/bin/google-chrome',
  );
  expect(find('linux', environment)).toBeUndefined();
});

test('the usual places on macOS and Windows', () => {
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  expect(find('darwin', {}, mac)).toBe(mac);
  const windows = 'C:/Program Files/Google/Chrome/Application/chrome.exe';
  expect(find('win32', { PROGRAMFILES: 'C:/Program Files' }, windows)).toBe(windows);
});
