/**
 * Packages of npm that many use and that are no one's slip, though they resemble a more popular one: too few use them for the list of popular
 * names, and enough to be met. One name stands for its scope.
 */
export const ownNpmNames: readonly string[] =
  `uri-template uritemplate has-own multimath isnumber isbuffer cookies-js cookiejs cookie.js matched semiver ansicolor is-array protobuf.js
  http-browserify httperrors object-values object_values fs.extra file-size commandbar pullstream tailwindcss-animated globs cookie-jar is-uri
  highlightjs validatorjs jets isostring common-dir storyblok @storyblok/react urljoin getstream vite-jsconfig-paths random-string titlecase
  extendr bubleify signalr normalizeurl package.json lrucache eclint color-js rollup-plugin-styler did-you-mean
  prettierx defaulty promish gulp-uglifycss eslint-plugin-headers eslint-plugin-lodash-f color-namer cssselect csswhat bufferjs import-locals
  jsonpatch flagged eslint-plugin-nestjs objectpath get-ports replace-in-files brakes standardx inquirerer domhelper dom-utils
  rereadable-stream superwstest mongosh pluralizers swimmer streamz frontmatter mkdir-p imagesize flattree bmocha negotiate jest-xunit
  parse-curl cryptojs is.object dotprop eslintcc immediato json-web-token getport biginteger qrcodejs typecheck vue-draggable gglobby
  browserfs eventy vrtest swell-js reactn async-kit debounced doi-utils flattenjs canvasjs babel-preset-typescript react-rater postis
  vue-cli-service ngprogress mocha-xunit-reporter minimost extent codeco expires puny-coder csstips errorex @rslint/core @nestia/core ts-config
  graphql-codegen-plugin-helpers material-ui-pickers nestjs-config opentelemetry-instrumentation-kafkajs polkadot-api turf-helpers socksjs asyncjs pargs`
    .trim()
    .split(/\s+/);
