"""A server of the OpenAI protocol, in vLLM's spelling, of a Llama model in a folder (gguf_to_folder.py makes one): for machines
that have PyTorch and no vLLM. It writes many short answers at once; what it doesn't know it refuses.

Usage: python serve_folder.py FOLDER --name NAME [--port 8100] [--rows 256] [--context 2048] [--dtype float32]
Needs: pip install torch safetensors tokenizers jinja2 aiohttp, and uvloop if there is one; tried with torch 2.13 on a CPU.
Several of them on one port (--share-port) share what is asked, each with its own copy of the weights.
"""

import argparse
import asyncio
import codecs
import json
import os
import secrets
import signal
import sys
import threading
import time

import jinja2.sandbox
import torch
from aiohttp import web
from tokenizers import Tokenizer

from batched_llama import LIKELIEST, Batch, Request

# What is asked for, with what is taken where it is left out.
SAMPLING = {"temperature": 1.0, "top_p": 1.0, "top_k": 0, "presence_penalty": 0.0, "seed": None}
# What may be asked for in this way only.
ONLY = {"min_p": 0, "repetition_penalty": 1, "frequency_penalty": 0, "n": 1, "prompt_logprobs": 0}
KNOWN = {"model", "messages", "prompt", "max_tokens", "max_completion_tokens", "stream", "stream_options", "logprobs", "top_logprobs"}
KNOWN |= {"add_generation_prompt", "continue_final_message", "add_special_tokens", *SAMPLING, *ONLY}

GOES_ON = "\ue000"  # stands where a turn is gone on with, until the chat is cut off there


class Refused(Exception):
    """What the request asks for can't be done; says so in a sentence."""


class Texts:
    """Texts in tokens and back."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        with open(os.path.join(folder, "chat_template.jinja")) as file:
            self.template = jinja2.sandbox.ImmutableSandboxedEnvironment().from_string(file.read())
        letters = byte_of_letter()
        special = {at: token.content for at, token in self.tokenizer.get_added_tokens_decoder().items()}
        self.special = frozenset(special)
        names = (self.tokenizer.id_to_token(at) or "" for at in range(self.tokenizer.get_vocab_size()))
        self.bytes = [
            name.encode() if at in special else bytes(letters[letter] for letter in name) for at, name in enumerate(names)
        ]
        # A token alone, as it is told.
        self.told = [told(each.decode(errors="replace")) for each in self.bytes]

    def of_chat(self, messages, opens=True, goes_on=False):
        if goes_on:
            *before, last = messages
            messages = [*before, {**last, "content": last["content"] + GOES_ON}]
        try:
            chat = self.template.render(messages=messages, add_generation_prompt=opens)
        except Exception as error:
            raise Refused(f"The chat's template takes no such messages: {error}") from error
        return self.ids(chat.rpartition(GOES_ON)[0] if goes_on else chat)

    def ids(self, text, special=False):
        return self.tokenizer.encode(text, add_special_tokens=special).ids


def byte_of_letter():
    """Tokenizers of bytes write each as a letter: itself where it can be seen, else one from 256 on."""
    seen = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in seen]
    return {chr(byte): byte for byte in seen} | {chr(256 + at): byte for at, byte in enumerate(hidden)}


def told(text):
    return f'"token":{json.dumps(text)},"bytes":{json.dumps(list(text.encode()), separators=(",", ":"))}'


class Spelling:
    """What tokens spell one after another: part of a character spells nothing, and its last part the whole."""

    def __init__(self, texts):
        self.texts = texts
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def add(self, token):
        return self.decoder.decode(self.texts.bytes[token])

    def entry(self, row, spelt, likeliest):
        """A token with its figures, in JSON, as `sample` tells them."""
        token, told_of = int(row[0]), self.texts.told
        own = told_of[token] if spelt == self.texts.bytes[token].decode(errors="replace") else told(spelt)
        others = zip(row[2 : 2 + likeliest], row[2 + LIKELIEST :])
        top = ",".join(f'{{{own if int(at) == token else told_of[int(at)]},"logprob":{figure:.9g}}}' for at, figure in others)
        return f'{{{own},"logprob":{row[1]:.9g},"top_logprobs":[{top}]}}'


class Server:
    def __init__(self, texts, batch, options):
        self.texts, self.batch, self.name = texts, batch, options.name
        self.interval, self.likeliest = options.stream_interval, options.likeliest
        self.asked = self.told = 0

    async def models(self, _):
        about = {"id": self.name, "object": "model", "owned_by": "serve_folder", "max_model_len": self.batch.context}
        return web.json_response({"object": "list", "data": [about]})

    def tokenize(self, body):
        if "messages" in body:
            return self.texts.of_chat(body["messages"], body.get("add_generation_prompt", True), body.get("continue_final_message"))
        return self.texts.ids(body["prompt"], body.get("add_special_tokens", True))

    async def answer_tokenize(self, request):
        tokens = self.tokenize(checked(await request.json(), self.name))
        return web.json_response({"count": len(tokens), "max_model_len": self.batch.context, "tokens": tokens})

    async def answer_chat(self, request):
        body = checked(await request.json(), self.name)
        prompt = self.tokenize({**body, "messages": body["messages"]})
        if body.get("prompt_logprobs") is not None:
            figures, token, usage = await self.read(body, prompt)
            choice = {"index": 0, "message": {"role": "assistant", "content": token}, "logprobs": None, "finish_reason": "length"}
            return web.json_response({**self.head("chat.completion"), "choices": [choice], "usage": usage, "prompt_logprobs": figures})
        likeliest = min(body.get("top_logprobs") or 0, self.likeliest)
        writes = self.write(body, prompt, likeliest if body.get("logprobs") else None)
        return await (self.stream(request, body, writes) if body.get("stream") else self.whole(writes))

    async def answer_completion(self, request):
        body = checked(await request.json(), self.name)
        if body.get("prompt_logprobs") is None or body.get("stream"):
            raise Refused("Of /v1/completions only prompt_logprobs is known, and no stream of it; answers are written by /v1/chat/completions.")
        prompt = body["prompt"] if isinstance(body["prompt"], list) else self.texts.ids(body["prompt"])
        figures, token, usage = await self.read(body, prompt)
        choice = {"index": 0, "text": token, "logprobs": None, "finish_reason": "length", "prompt_logprobs": figures}
        return web.json_response({**self.head("text_completion"), "choices": [choice], "usage": usage})

    def head(self, kind):
        return {"id": f"chatcmpl-{secrets.token_hex(8)}", "object": kind, "created": int(time.time()), "model": self.name}

    def room(self, body, prompt):
        """Tokens that may be written; as vLLM says it where that are none."""
        context, most = self.batch.context, body.get("max_completion_tokens") or body.get("max_tokens")
        if len(prompt) + (most or 1) > context:
            raise Refused(
                f"This model's maximum context length is {context} tokens. However, you requested {most or 1} output tokens and "
                f"your prompt contains at least {len(prompt)} input tokens. Please reduce the length of one of them."
            )
        return most or context - len(prompt)

    async def read(self, body, prompt):
        """What each token of a prompt has for a log-probability, by its id, and one token that follows."""
        if self.room(body, prompt) != 1 or body.get("temperature") != 0 or body.get("stream"):
            raise Refused("prompt_logprobs is known with max_tokens 1, temperature 0 and no stream only.")
        async for (figures, row), _ in self.told_of(Request(prompt, None, reads=True)):
            spelling = Spelling(self.texts)
            spelt = [spelling.add(token) for token in prompt]
            places = [
                {str(token): {"logprob": figure, "rank": None, "decoded_token": text}}
                for token, figure, text in zip(prompt[1:], figures, spelt[1:])
            ]
            token = "" if int(row[0]) in self.texts.special else spelling.add(int(row[0]))
            return [None, *places], token, usage_of(len(prompt), 1)

    async def told_of(self, request):
        """What the batch tells of a request, until its end; whoever stops listening has no more use for it."""
        news = asyncio.Queue()
        request.tell = news.put_nowait
        self.asked += 1
        self.batch.add(request)
        try:
            end = None
            while end is None:
                row, end = await news.get()
                yield row, end
        finally:
            request.over = True

    async def write(self, body, prompt, likeliest):
        """An answer, in pieces of (text, entries in JSON, end, usage); likeliest: how many are told beside each token, None for no figures."""
        asked = {name: usual if body.get(name) is None else body[name] for name, usual in SAMPLING.items()}
        request = Request(
            prompt,
            None,
            self.room(body, prompt),
            *(float(asked[name]) for name in ("temperature", "top_p")),
            max(0, int(asked["top_k"])),
            float(asked["presence_penalty"]),
            secrets.randbits(62) if asked["seed"] is None else int(asked["seed"]),
        )
        spelling, text, entries = Spelling(self.texts), "", []
        written = 0
        async for row, end in self.told_of(request):
            written += 1
            token = int(row[0])
            spelt = spelling.add(token)
            # The mark of an end is told, and no part of the text.
            text += "" if token in self.texts.special else spelt
            if likeliest is not None:
                entries.append(spelling.entry(row, spelt, likeliest))
            if end is not None or written % self.interval == 0:
                yield text, entries, end, usage_of(len(prompt), written)
                text, entries = "", []

    async def whole(self, writes):
        text, entries = "", []
        async for piece, told_of, end, usage in writes:
            text += piece
            entries += told_of
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "logprobs": None, "finish_reason": end}
        if entries:
            choice["logprobs"] = {"content": json.loads(f"[{','.join(entries)}]")}
        return web.json_response({**self.head("chat.completion"), "choices": [choice], "usage": usage})

    async def stream(self, request, body, writes):
        # The first piece is waited for, so that what is refused has a status of its own.
        piece = await anext(writes)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        head = json.dumps(self.head("chat.completion.chunk"), separators=(",", ":"))[:-1]
        opening = f'data: {head},"choices":[{{"index":0,"delta":{{"role":"assistant","content":""}},"logprobs":null,"finish_reason":null}}]}}\n\n'
        while piece is not None:
            text, entries, end, usage = piece
            figures = f'{{"content":[{",".join(entries)}]}}' if entries else "null"
            delta = f'"delta":{{"content":{json.dumps(text)}}},"logprobs":{figures},"finish_reason":{json.dumps(end)}'
            event = f'{opening}data: {head},"choices":[{{"index":0,{delta}}}]}}\n\n'
            opening = ""
            if end is not None:
                if (body.get("stream_options") or {}).get("include_usage"):
                    event += f'data: {head},"choices":[],"usage":{json.dumps(usage)}}}\n\n'
                event += "data: [DONE]\n\n"
            await response.write(event.encode())
            piece = await anext(writes, None)
        await response.write_eof()
        return response


def checked(body, name):
    """The body of a request, where all that it asks for is known."""
    if not isinstance(body, dict) or body.get("model", name) != name:
        raise Refused(f"This server has one model, {name}.")
    for field, value in body.items():
        if field not in KNOWN:
            raise Refused(f"{field} isn't known here.")
        if field in ONLY and value is not None and value != ONLY[field]:
            raise Refused(f"{field} is known as {ONLY[field]} only.")
    return body


def usage_of(read, written):
    return {"prompt_tokens": read, "total_tokens": read + written, "completion_tokens": written}


@web.middleware
async def refusing(request, handler):
    try:
        return await handler(request)
    except (Refused, KeyError, TypeError, ValueError) as error:
        words = str(error) if isinstance(error, Refused) else f"The request isn't understood: {error!r}"
        fault = {"message": words, "type": "BadRequestError", "param": None, "code": 400}
        return web.json_response({"error": fault}, status=400)


async def report(server):
    """Says every ten seconds how much was written, while something is."""
    before = 0
    while True:
        await asyncio.sleep(10)
        batch = server.batch
        busy = sum(owner is not None for owner in batch.owners)
        if busy or server.told != before:
            rate = (server.told - before) / 10
            print(f"{rate:.0f} tokens/s, {busy} rows taken, {len(batch.waiting)} waiting, {server.asked} asked, {batch.steps} steps", file=sys.stderr, flush=True)
        before = server.told


async def serve(options):
    loop, folder = asyncio.get_running_loop(), options.folder
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    def hand_out(news):
        server.told += len(news)
        for request, row, end in news:
            request.tell((row, end))

    batch = Batch(folder, options.rows, options.context, getattr(torch, options.dtype), device, lambda news: loop.call_soon_threadsafe(hand_out, news))
    server = Server(Texts(folder), batch, options)

    def decode():
        try:
            batch.run()
        finally:
            os.kill(os.getpid(), signal.SIGTERM)  # without it every answer would be waited for

    threading.Thread(target=decode, daemon=True).start()
    app = web.Application(middlewares=[refusing], client_max_size=2**24)
    app.router.add_get("/v1/models", server.models)
    app.router.add_post("/tokenize", server.answer_tokenize)
    app.router.add_post("/v1/chat/completions", server.answer_chat)
    app.router.add_post("/v1/completions", server.answer_completion)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, options.host, options.port, reuse_port=options.share_port, backlog=1024).start()
    print(f"{options.name} in {options.dtype} on {device} at http://{options.host}:{options.port}/v1", file=sys.stderr, flush=True)
    await report(server)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--name", required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument("--share-port", action="store_true")
    parser.add_argument("--rows", type=int, default=256, help="answers that are written at once")
    parser.add_argument("--context", type=int, default=2048, help="tokens of a prompt and its answer together")
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], default="bfloat16")
    parser.add_argument("--likeliest", type=int, default=LIKELIEST, choices=range(LIKELIEST + 1), help="told of each token at most")
    parser.add_argument("--stream-interval", type=int, default=1, help="tokens told in one event, as vLLM's")
    try:
        import uvloop

        run = uvloop.run
    except ImportError:
        run = asyncio.run
    # The model's thread begins each step: it must not wait long for the others.
    sys.setswitchinterval(0.0002)
    run(serve(parser.parse_args()))
