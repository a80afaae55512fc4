import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

const notFunction = { argument: 0, is: 'function', not: true } as const;
const engines = 'Member[chromium,firefox,webkit,puppeteer,playwright]';

/** Headless browsers and what prints HTML with one: they fetch what a page names, and run what it holds. */
export default [
  // https://pptr.dev/api/puppeteer.page, https://playwright.dev/docs/api/class-page
  defineModel({
    module: [
      'puppeteer',
      'puppeteer-core',
      'puppeteer-extra',
      'playwright',
      'playwright-core',
      'playwright-chromium',
      'chrome-aws-lambda',
      'playwright-aws-lambda',
      '@playwright/test',
      'rebrowser-puppeteer',
      'patchright',
    ],
    types: {
      Browser: [
        'Member[launch,connect,launchChromium].ReturnValue',
        `${engines}.Member[launch,connect,connectOverCDP,launchPersistentContext].ReturnValue`,
        'Browser.Member[newContext,createIncognitoBrowserContext,createBrowserContext,defaultBrowserContext].ReturnValue',
      ],
      Page: ['Browser.Member[newPage].ReturnValue', 'Browser.Member[pages].ReturnValue.ArrayElement', 'Page.Member[mainFrame].ReturnValue'],
    },
    sinks: [
      ...sinks('url', ['Page.Member[goto].Argument[0]']),
      ...sinks('page', ['Page.Member[setContent].Argument[0]']),
      ...sinks('code', ['Page.Member[evaluate,evaluateHandle,evaluateOnNewDocument,waitForFunction,addInitScript,$eval].Argument[0]'], {
        when: notFunction,
      }),
      ...sinks('code', ['Page.Member[addScriptTag].Argument[0].Member[content]']),
      ...sinks('path', ['Page.Member[screenshot,pdf].Argument[0].Member[path]']),
    ],
  }),
  defineModel({ module: ['html-pdf', 'html-pdf-chrome'], sinks: sinks('page', ['Member[create].Argument[0]']) }),
  defineModel({
    module: 'html-pdf-node',
    sinks: [
      ...sinks('page', ['Member[generatePdf,generatePdfs].Argument[0].Member[content]']),
      ...sinks('url', ['Member[generatePdf].Argument[0].Member[url]']),
    ],
  }),
  defineModel({ module: ['node-html-to-image', 'pdf-puppeteer'], sinks: sinks('page', ['Argument[0]', 'Argument[0].Member[html]']) }),
  defineModel({
    module: ['phantom', 'node-phantom'],
    sinks: sinks('url', ['Member[create].ReturnValue.Member[createPage].ReturnValue.Member[open].Argument[0]']),
  }),
  defineModel({
    module: ['capture-website', 'pageres', 'webshot', 'node-webshot'],
    sinks: sinks('url', ['Argument[0]', 'Member[file,buffer,base64].Argument[0]', 'Instance.Member[source,src].Argument[0]']),
  }),
];
