import { describe } from 'vitest';
import { library, libraryInFull, origins } from './kinds-of-lines.js';

describe('HTTP clients', () => {
  library(
    'axios: the host, in every position a URL can take',
    `import axios from 'axios'; import { get } from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com' });`,
    [
      ['await axios(event.a)', 'url'],
      ['await axios.get(event.a)', 'url'],
      ['await get(event.a)', 'url'],
      ['await axios({ url: event.a })', 'url'],
      ['await axios({ url: "https://api.example.com", data: event.a })'],
      ['await axios.request({ url: "/x", baseURL: event.a })', 'url'],
      ['await axios.post("https://api.example.com", body)'],
      ['await axios.get("https://api.example.com", { params: { a: event.a } })'],
      ['await axios.get("/x", { baseURL: event.a })', 'url'],
      ['await axios.post("/x", {}, { baseURL: event.a })', 'url'],
      ['await api.get(`/items/${event.a}`)'],
      ['await api.get(event.a)', 'url'],
      ['await axios.create({ baseURL: event.a })', 'url'],
      ['axios.defaults.headers["X-User"] = event.a', 'module-state'],
      ['axios.defaults.headers.common.Authorization = event.a', 'module-state'],
      ['axios.defaults.baseURL = event.a', 'module-state url'],
      ['const own = axios.create({}); own.defaults.headers.common.Authorization = event.a'],
      ['const { data } = await axios.get(`https://api.example.com/${event.a}`); exec(data.name)', 'command'],
      ['const { data } = await axios.get("https://api.example.com/"); exec(data.name)'],
      ['const { status } = await axios.get(`https://api.example.com/${event.a}`); exec(status)'],
    ],
  );
  libraryInFull('axios: what is sent, and what its errors hold', `import axios from 'axios';`, [
    ['await axios.post("https://api.example.com", process.env)', 'request write'],
    ['await axios.post("https://api.example.com", { table: process.env.TABLE })'],
    ['await axios.get("https://api.example.com", { headers: { token: process.env.AWS_SESSION_TOKEN } })', 'request'],
    ['try { await axios.get("https://api.example.com"); } catch (error) { console.log(error); }', 'log text-log'],
    ['axios.get("https://api.example.com").catch(error => { console.log(error); })', 'log text-log'],
    ['axios.interceptors.response.use(x => x, error => { console.log(error); })', 'log text-log'],
  ]);
  library(
    'fetch as a module, undici',
    `import fetch from 'node-fetch'; import { fetch as undiciFetch, request } from 'undici'; import crossFetch from 'cross-fetch';`,
    [
      ['await fetch(event.a)', 'url'],
      ['await fetch(`https://api.example.com/${event.a}`)'],
      ['await undiciFetch(event.a)', 'url'],
      ['await crossFetch(event.a)', 'url'],
      ['await request(event.a)', 'url'],
      ['await request("https://api.example.com", { body: event.a })'],
      ['const { body: answer } = await request("https://api.example.com/" + event.a); exec((await answer.json()).name)', 'command'],
      ['const answer = await fetch("https://api.example.com/" + event.a); exec(await answer.text())', 'command'],
    ],
  );
  library(
    'got, ky, ofetch, phin, urllib',
    `import got from 'got'; import ky from 'ky'; import { ofetch } from 'ofetch'; import phin from 'phin'; import urllib from 'urllib'; const api = got.extend({ prefixUrl: 'https://api.example.com' });`,
    [
      ['await got(event.a)', 'url'],
      ['await got.post("https://api.example.com", { json: body })'],
      ['await got({ url: event.a })', 'url'],
      ['await got("x", { prefixUrl: event.a })', 'url'],
      ['await api.get(event.a)', 'url'],
      ['const { body: text } = await got(`https://api.example.com/${event.a}`); exec(text)', 'command'],
      ['const data = await got(`https://api.example.com/${event.a}`).json(); exec(data.name)', 'command'],
      ['await ky.get(event.a)', 'url'],
      ['await ky.get("https://api.example.com", { searchParams: { a: event.a } })'],
      ['await ofetch(event.a)', 'url'],
      ['await phin({ url: event.a })', 'url'],
      ['await phin("https://api.example.com")'],
      ['await urllib.request(event.a)', 'url'],
    ],
  );
  origins(
    'what the errors of HTTP clients hold',
    `import got from 'got'; import ky from 'ky'; import kyUniversal from 'ky-universal'; import { ofetch } from 'ofetch'; import phin from 'phin'; import urllib from 'urllib'; import superagent from 'superagent'; import request from 'request'; import axios from 'axios';`,
    [
      ['try { await got("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await got.get("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await ky("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['ky.get("https://x.example/?token=1").catch(error => { console.log(error); })', 'client-error error'],
      ['try { await kyUniversal("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await kyUniversal.get("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await ofetch("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await ofetch.get("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await phin("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await phin.post("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await urllib.request("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await urllib.get("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await superagent.get("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      [
        'try { await superagent.get("https://x.example/?token=1").set("a", "b"); } catch (error) { console.log(error); }',
        'client-error error',
      ],
      ['request("https://x.example/?token=1", error => { console.log(error); })', 'client-error error'],
      ['request.get("https://x.example/?token=1", error => { console.log(error); })', 'client-error error'],
      ['try { await axios("https://x.example/?token=1"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await ky("https://x.example/?token=1"); } catch (error) { console.log("failed"); }'],
      // Nothing is sent but an address without a credential.
      ['try { await got("https://x.example"); } catch (error) { console.log(error); }', 'error'],
      ['try { await request({ uri: "https://x.example", json: true }); } catch (error) { console.log(error); }', 'error'],
      ['try { await axios.get("https://x.example", { timeout: 1 }); } catch (error) { console.log(error); }', 'error'],
      ['try { await axios.get("https://x.example", options); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { await superagent.get("https://x.example").set("a", "c"); } catch (error) { console.log(error); }', 'client-error error'],
      ['try { exec("ls"); } catch (error) { console.log(error); }', 'error'],
    ],
  );
  library(
    'needle, superagent, request, bent',
    `import needle from 'needle'; import superagent from 'superagent'; import request from 'request'; import rp from 'request-promise'; import bent from 'bent'; const getJson = bent('json');`,
    [
      ['await needle("get", event.a)', 'url'],
      ['await needle.post("https://api.example.com", body)'],
      ['await needle.get(event.a)', 'url'],
      ['await superagent.get(event.a)', 'url'],
      ['await superagent.post("https://api.example.com").send(body)'],
      ['superagent.get("https://api.example.com").query({ a: event.a }).then(answer => { exec(answer.text); })', 'command'],
      ['const answer = await superagent.get("https://api.example.com").query({ a: event.a }); exec(answer.text)', 'command'],
      ['request(event.a, () => {})', 'url'],
      ['request({ uri: event.a }, () => {})', 'url'],
      ['request({ uri: "https://api.example.com", body: event.a }, () => {})'],
      ['request(`https://api.example.com/${event.a}`, (error, response, text) => { exec(text); })', 'command'],
      ['exec(await rp(`https://api.example.com/${event.a}`))', 'command'],
      ['exec(await rp("https://api.example.com/"))'],
      ['await getJson(event.a)', 'url'],
      ['await getJson(`https://api.example.com/${event.a}`)'],
    ],
  );
  library(
    'sockets, GraphQL, images, feeds',
    `import WebSocket from 'ws'; import { io } from 'socket.io-client'; import { request, GraphQLClient } from 'graphql-request'; import { loadImage } from 'canvas'; import Parser from 'rss-parser'; import soap from 'soap';`,
    [
      ['new WebSocket(event.a)', 'url'],
      ['new WebSocket("wss://api.example.com").send(event.a)'],
      ['io(event.a)', 'url'],
      ['await request(event.a, "{ a }")', 'url'],
      ['await request("https://api.example.com", "{ a }", { a: event.a })'],
      ['new GraphQLClient(event.a)', 'url'],
      ['await loadImage(event.a)', 'url'],
      ['await new Parser().parseURL(event.a)', 'url'],
      ['await new Parser().parseString(event.a)'],
      ['await soap.createClientAsync(event.a)', 'url'],
    ],
  );
});

describe('browsers and mail', () => {
  library(
    'puppeteer and playwright',
    `import puppeteer from 'puppeteer-core'; import chromium from 'chrome-aws-lambda'; import { chromium as playwright } from 'playwright'; import escapeHtml from 'escape-html'; const browser = await puppeteer.launch(); const page = await browser.newPage();`,
    [
      ['await page.goto(event.a)', 'url'],
      ['await page.goto(`https://example.com/${event.a}`)'],
      ['await page.setContent(event.a)', 'page'],
      ['await page.setContent("<p>x</p>")'],
      ['await page.setContent(`<p>${escapeHtml(event.a)}</p>`)'],
      ['await page.evaluate(event.a)', 'code'],
      ['await page.evaluate(name => name, event.a)'],
      ['await page.pdf({ path: event.a })', 'path'],
      ['const other = await (await chromium.puppeteer.launch({})).newPage(); await other.goto(event.a)', 'url'],
      ['const other = await (await (await playwright.launch()).newContext()).newPage(); await other.goto(event.a)', 'url'],
    ],
  );
  library(
    'HTML to PDF and pictures',
    `import pdf from 'html-pdf'; import wkhtmltopdf from 'wkhtmltopdf'; import htmlPdf from 'html-pdf-node'; import toImage from 'node-html-to-image';`,
    [
      ['pdf.create(`<p>${event.a}</p>`)', 'page'],
      ['wkhtmltopdf(event.a)', 'url'],
      ['htmlPdf.generatePdf({ content: event.a }, {})', 'page'],
      ['htmlPdf.generatePdf({ url: event.a }, {})', 'url'],
      ['toImage({ html: event.a })', 'page'],
      ['toImage({ html: "<p>{{name}}</p>", content: { name: event.a } })'],
    ],
  );
  library(
    'mail',
    `import nodemailer from 'nodemailer'; import sendgrid from '@sendgrid/mail'; import { ServerClient } from 'postmark'; import { Resend } from 'resend'; import escapeHtml from 'escape-html'; const transport = nodemailer.createTransport({}); const resend = new Resend('x');`,
    [
      ['await transport.sendMail({ html: `<p>${event.a}</p>` })', 'html'],
      ['await transport.sendMail({ text: event.a })'],
      ['nodemailer.createTransport({ host: event.a })', 'url'],
      ['nodemailer.createTransport({ host: "mail.example.com", auth: { user: event.a } })'],
      ['await transport.sendMail({ html: `<p>${escapeHtml(event.a)}</p>` })'],
      ['await sendgrid.send({ html: event.a })', 'html'],
      ['await sendgrid.send([{ html: event.a }])', 'html'],
      ['await new ServerClient("x").sendEmail({ HtmlBody: event.a })', 'html'],
      ['await resend.emails.send({ html: event.a })', 'html'],
      ['await resend.emails.send({ text: event.a })'],
    ],
  );
});
