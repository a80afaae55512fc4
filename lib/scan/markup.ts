/** What XML 1.0 does not allow at all, not even as a reference. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of unknown origin as it can stand in XML and HTML, in an element or in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text.replace(forbidden, '\u{fffd}').replace(/[&<>"']/g, character => entities[character] ?? '');
