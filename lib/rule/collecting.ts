let collecting = false;

/** From here on rules keep what ESLint's messages have no room for. Where nobody takes it, in an editor say, it would only grow. */
export function startCollecting(): void {
  collecting = true;
}

/** From here on rules keep nothing. */
export function stopCollecting(): void {
  collecting = false;
}

/** Whether a scan takes what rules keep for it. */
export const isCollecting = (): boolean => collecting;
