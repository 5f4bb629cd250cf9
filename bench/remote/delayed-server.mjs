// @ts-check
/**
 * A server of the OpenAI protocol that writes nothing but words, each after a delay, as many answers at once as it is asked for: what
 * a large server with a full batch looks like from outside. It is a process of its own, so that its work is not counted as a client's.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Of a model of 8 billion weights on one GPU with 32 answers in its batch, some 800 tokens a second. */
const MILLISECONDS_PER_TOKEN = 40;
const LIKELIEST = 5;

/**
 * @param {(address: string) => Promise<void>} run
 * @returns {Promise<void>}
 */
export async function besideDelayedServer(run) {
  const server = spawn(process.execPath, [fileURLToPath(import.meta.url), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [address] = await once(createInterface(server.stdout), 'line');
    await run(String(address));
  } finally {
    server.kill();
  }
}

function serve() {
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify({ data: [{ id: 'delays', max_model_len: 8192 }] }));
      return;
    }
    if (request.url !== '/v1/chat/completions') {
      response.writeHead(404).end('{}');
      return;
    }
    let text = '';
    request.setEncoding('utf8').on('data', (piece) => (text += piece));
    request.on('end', () => answer(JSON.parse(text), response));
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    console.log(`http://127.0.0.1:${port}/v1`);
  });
}

/**
 * @param {{ max_tokens: number, seed?: number, messages: readonly { content: string }[], stream?: boolean }} asked
 * @param {import('node:http').ServerResponse} response
 */
function answer({ max_tokens: tokens, seed = 0, messages, stream }, response) {
  if (stream !== true) {
    const { delta, logprobs } = choice(seed, 0);
    response.end(JSON.stringify({ model: 'delays', choices: [{ message: delta, logprobs }] }));
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  let written = 0;
  const timer = setInterval(() => {
    response.write(event({ choices: [choice(seed, written)] }));
    written += 1;
    if (written < tokens) return;
    clearInterval(timer);
    response.write(
      event({ choices: [{ index: 0, delta: { content: '' }, finish_reason: 'length' }] }),
    );
    const usage = { prompt_tokens: 50 * messages.length, completion_tokens: written };
    response.end(`${event({ choices: [], usage })}data: [DONE]\n\n`);
  }, MILLISECONDS_PER_TOKEN);
  response.on('close', () => clearInterval(timer));
}

/**
 * @param {number} seed
 * @param {number} place
 */
function choice(seed, place) {
  const token = ` word${(seed + place) % 997}`;
  const logprob = -0.5;
  const others = Array.from({ length: LIKELIEST - 1 }, (_, other) => ({
    token: ` other${other}`,
    logprob: -2.25 - other,
    bytes: [32, 111],
  }));
  const content = [
    { token, logprob, bytes: [32, 119], top_logprobs: [{ token, logprob }, ...others] },
  ];
  return { index: 0, delta: { content: token }, logprobs: { content }, finish_reason: null };
}

/** @param {unknown} body */
function event(body) {
  return `data: ${JSON.stringify(body)}\n\n`;
}

if (process.argv[2] === 'serve') serve();
