import { execFileSync } from 'node:child_process';

/** @returns the browser: `$CHROMIUM_PATH`, else one of the names that distributions give it */
export function findChromium() {
  const names = [process.env.CHROMIUM_PATH, 'chromium', 'chromium-browser', 'google-chrome'].filter(name => name !== undefined);
  for (const name of names) {
    try {
      execFileSync(name, ['--version'], { stdio: 'pipe' });
      return name;
    } catch {
      // The next one may be there.
    }
  }
  throw new Error('Chromium was not found: install it (on Debian, `apt-get install chromium`) or set CHROMIUM_PATH.');
}
