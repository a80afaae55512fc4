import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A host that the event chose; a path or query behind a fixed host is no finding. */
export default defineTaintRule('no-ssrf', {
  sources: ['event', 'stored'],
  sinks: ['url', 'page'],
  harm: 'sends a request to a host chosen by',
  variants: {
    page: {
      harm: 'renders a page that contains',
      advice: 'Escape it for HTML: a tag in it makes the browser request any address, internal ones too.',
    },
  },
  chosen: { harm: 'is chosen by', advice: 'Take it from the configuration, or check it against a fixed list.' },
});
