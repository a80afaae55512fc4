import { isCollecting } from './collecting.js';

/** A query that the analysis left unanswered: in which file (absolute) and which limit it met. */
export interface GiveUp {
  file: string;
  reason: string;
}

let giveUps: GiveUp[] = [];

/** Counts a limit that the analysis met, so that `scan --verbose` can show it. */
export function recordGiveUp(file: string, reason: string): void {
  if (isCollecting()) giveUps.push({ file, reason });
}

/** Returns every give-up recorded since the last call, and forgets them. */
export function takeGiveUps(): GiveUp[] {
  const taken = giveUps;
  giveUps = [];
  return taken;
}
