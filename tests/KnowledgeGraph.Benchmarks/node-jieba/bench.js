// usage: node bench.js TEXT; prints {"load": ms, "cut": seconds, "tag": seconds} of one pass over the lines of a text.
const { readFileSync } = require('node:fs');
const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict');

const seconds = (work) => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
};

const lines = readFileSync(process.argv[2], 'utf8').split('\n');
let jieba;
let words = 0;
const load = seconds(() => { jieba = Jieba.withDict(dict); jieba.cut(lines[0], true); }) * 1000;
const warm = lines.slice(0, 2000);
for (const line of warm) words += jieba.cut(line, true).length + jieba.tag(line, true).length;
const cut = seconds(() => { for (const line of lines) words += jieba.cut(line, true).length; });
const tag = seconds(() => { for (const line of lines) words += jieba.tag(line, true).length; });
console.log(JSON.stringify({ load, cut, tag, words }));
