/** The browser: `$CHROMIUM_PATH`, else one of the names that distributions give it. */
export function findChromium(): string;
