// `node login.js undici|request ROOT WARM_UP TIMES`: logs in over and over, and prints the time that one login takes
// in microseconds.
'use strict';

const util = require('ethereumjs-util');

const [client, root, warmUp, times] = process.argv.slice(2);
const key = Buffer.from('4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d', 'hex');
const did = 'did:eth:' + util.bufferToHex(util.privateToAddress(key));
const headers = { 'User-Agent': 'SelfKeyIDW/0.1.0', Origin: 'IDW', Accept: 'application/json' };

function sign(nonce) {
  const { v, r, s } = util.ecsign(util.hashPersonalMessage(Buffer.from(nonce, 'utf8')), key);
  return util.toRpcSig(v, r, s);
}

// `call(method, path, token, body)` gives the answer's JSON.
async function logIn(call) {
  const challenge = (await call('GET', `/auth/challenge/${did}`)).jwt;
  const { nonce } = JSON.parse(Buffer.from(challenge.split('.')[1], 'base64').toString());
  const signature = { value: sign(nonce), keyId: `${did}#keys-1` };
  const token = (await call('POST', '/auth/challenge', challenge, { signature })).jwt;
  const user = await call('GET', '/users/token', token);
  return (await call('POST', '/login', undefined, user)).redirectTo;
}

function withUndici() {
  const { Client } = require('undici');
  const origin = new URL(root);
  const connection = new Client(origin.origin);
  const call = async (method, path, token, body) => {
    const all = { ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    if (body) all['Content-Type'] = 'application/json';
    const answer = await connection.request({ path, method, headers: all, body: body && JSON.stringify(body) });
    return answer.body.json();
  };
  return { call, close: () => connection.close() };
}

function withRequest() {
  const http = require('http');
  const request = require('request');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method, path, token, body) =>
    new Promise((resolve, reject) => {
      const options = { method, url: root + path, headers: { ...headers }, json: body || true, agent };
      if (token) options.headers.Authorization = `Bearer ${token}`;
      request(options, (error, _, json) => (error ? reject(error) : resolve(json)));
    });
  return { call, close: () => agent.destroy() };
}

async function main() {
  const { call, close } = client === 'undici' ? withUndici() : withRequest();
  for (let i = 0; i < Number(warmUp); i++) await logIn(call);
  const started = process.hrtime.bigint();
  for (let i = 0; i < Number(times); i++) {
    if (!(await logIn(call))) throw new Error('no redirect');
  }
  const micros = Number(process.hrtime.bigint() - started) / 1000 / Number(times);
  await close();
  console.log(micros.toFixed(1));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
