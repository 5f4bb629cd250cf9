"""A Llama model that writes many answers at once: what serve_folder.py has behind its door.

Every answer has a row of the batch. All rows take a step together, and a row whose answer has ended is the next answer's. A
row's token depends on its own request: its draw on the seed, on how many tokens it has written and on the tokens to choose
among, whoever shares the batch. What sharing does change is rounding, so an exact repetition wants float32.
"""

import json
import math
import os
import threading
from collections import deque
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

LIKELIEST = 5
NARROW = 64  # candidates that are looked at where every row's top_k is at most that
READ_AT_ONCE = 8192  # tokens of prompts in one pass
STEPS_BETWEEN_PROMPTS = 4  # so that several are read together
ROOM = 8  # places behind the context, for steps that begin before an end is seen


class Llama:
    """The weights of a folder in Hugging Face's form, and how tokens go through them."""

    def __init__(self, folder, dtype, device, context):
        with open(os.path.join(folder, "config.json")) as file:
            config = json.load(file)
        if config["model_type"] != "llama" or config.get("attention_bias") or config.get("mlp_bias"):
            raise SystemExit(f"{folder} holds no Llama model without biases.")
        weights = load_file(os.path.join(folder, "model.safetensors"))
        weights = {name: weight.to(device, dtype) for name, weight in weights.items()}
        self.dtype, self.device = dtype, device
        self.heads, self.kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
        self.size = config.get("head_dim") or config["hidden_size"] // self.heads
        self.epsilon, self.vocabulary = config["rms_norm_eps"], config["vocab_size"]
        self.embedding = weights["model.embed_tokens.weight"]
        self.output = weights.get("lm_head.weight", self.embedding)
        self.norm = weights["model.norm.weight"]
        self.layers = [self.layer(weights, f"model.layers.{at}.") for at in range(config["num_hidden_layers"])]
        ends = config["eos_token_id"]
        self.ends = frozenset(ends if isinstance(ends, list) else [ends])
        rope = config.get("rope_parameters") or {"rope_theta": config["rope_theta"], **(config.get("rope_scaling") or {})}
        if rope.get("rope_type", "default") != "default":
            raise SystemExit(f"{folder} has positions of the kind {rope['rope_type']}, which isn't known here.")
        steps = torch.arange(0, self.size, 2, dtype=torch.float32) / self.size
        angles = torch.outer(torch.arange(context + ROOM, dtype=torch.float32), rope["rope_theta"] ** -steps)
        angles = torch.cat([angles, angles], -1)
        self.cos, self.sin = angles.cos().to(device, dtype), angles.sin().to(device, dtype)

    def layer(self, weights, name):
        def joined(block, *parts):
            return torch.cat([weights[f"{name}{block}.{part}_proj.weight"] for part in parts])

        return (
            weights[f"{name}input_layernorm.weight"],
            joined("self_attn", "q", "k", "v"),
            joined("self_attn", "o"),
            weights[f"{name}post_attention_layernorm.weight"],
            joined("mlp", "gate", "up"),
            joined("mlp", "down"),
        )

    def forward(self, tokens, positions, attend):
        """tokens, positions [..., T] to hidden states [..., T, hidden]; attend(layer, q, k, v) with heads before the last axis."""
        hidden = self.embedding[tokens]
        cos, sin = self.cos[positions].unsqueeze(-2), self.sin[positions].unsqueeze(-2)
        for at, (norm, query_key_value, out, norm_after, gate_up, down) in enumerate(self.layers):
            joint = F.linear(self.normed(hidden, norm), query_key_value)
            joint = joint.unflatten(-1, (self.heads + 2 * self.kv_heads, self.size))
            turned, values = joint.split([self.heads + self.kv_heads, self.kv_heads], -2)
            first, second = turned.chunk(2, -1)
            turned = turned * cos + torch.cat([-second, first], -1) * sin
            queries, keys = turned.split([self.heads, self.kv_heads], -2)
            hidden = hidden + F.linear(attend(at, queries, keys, values).flatten(-2), out)
            gate, up = F.linear(self.normed(hidden, norm_after), gate_up).chunk(2, -1)
            hidden = hidden + F.linear(F.silu(gate) * up, down)
        return self.normed(hidden, self.norm)

    def normed(self, hidden, weight):
        return F.rms_norm(hidden, weight.shape, weight, self.epsilon)

    def logits(self, hidden):
        return F.linear(hidden, self.output).float()

    def read(self, prompts, keep=None):
        """Hidden states [P, T, hidden] of whole prompts [P, T], each filled up behind its end; keep(layer, keys, values) sees the cache."""
        shared = self.heads // self.kv_heads

        def attend(at, queries, keys, values):
            if keep is not None:
                keep(at, keys, values)
            wide = [each.repeat_interleave(shared, -2).transpose(1, 2) for each in (keys, values)]
            return F.scaled_dot_product_attention(queries.transpose(1, 2), *wide, is_causal=True).transpose(1, 2)

        return self.forward(prompts, torch.arange(prompts.shape[1], device=self.device), attend)


def noise(seeds, places, ids):
    """Gumbel noise [R, C] of nothing but the seed [R], the place in the answer [R] and the token [R, C]: splitmix64 as a hash."""

    def mixed(number):
        for shift, factor in ((30, -0x40A7B892E31B1A47), (27, -0x6B2FB644ECCEEE15)):
            number = (number ^ ((number >> shift) & ((1 << (64 - shift)) - 1))) * factor
        return number ^ ((number >> 31) & ((1 << 33) - 1))

    row = mixed(mixed(seeds) + places)
    bits = mixed(row[:, None] + ids * -0x61C8864680B583EB) >> 11 & ((1 << 53) - 1)
    return -torch.log(-torch.log((bits.double() + 0.5) * 2.0**-53))


def sample(logits, written, numbers, shares, width):
    """
    Draws a token a row and tells it with its figures: [R, 2 + 2 x LIKELIEST], token, log-probability, the likeliest tokens, theirs.
    The figures are of the model's own distribution, before penalty, temperature and what is cut off.

    logits [R, V]; written [R, V], 1 where the answer has the token; numbers and shares as Batch has them; width: candidates
    """
    _, _, _, places, seeds, top_k = numbers
    temperature, top_p, presence = shares
    whole = logits.logsumexp(-1, keepdim=True)
    top_values, top_ids = logits.topk(LIKELIEST)
    values, ids = (logits - presence[:, None] * written).topk(width)
    values = values / temperature.clamp(min=1e-5)[:, None]
    values = values.masked_fill(torch.arange(width, device=logits.device) >= top_k[:, None], -math.inf)
    probabilities = values.softmax(-1)
    before = probabilities.cumsum(-1) - probabilities
    values = values.masked_fill((before >= top_p[:, None]) & (before > 0), -math.inf)
    drawn = (values.double() + noise(seeds, places, ids)).argmax(-1)
    drawn = torch.where(temperature > 0, drawn, 0)[:, None]
    token = ids.gather(1, drawn)
    figures = [token, logits.gather(1, token) - whole, top_ids, top_values - whole]
    return torch.cat([each.float() for each in figures], 1)


@dataclass
class Request:
    """An answer to write, or with `reads` a prompt to read. tell(rows, end) hears of it: rows as `sample` tells them."""

    prompt: list
    tell: object
    most: int = 1
    temperature: float = 1.0
    top_p: float = 1.0
    top_k: int = 0
    presence: float = 0.0
    seed: int = 0
    reads: bool = False
    written: int = 0
    over: bool = field(default=False)  # set by whoever has no more use for it, too


class Batch:
    """The rows, on a device and a thread of their own. add(request) may be called by any thread."""

    def __init__(self, folder, rows, context, dtype, device, deliver):
        """deliver(told) hears once a step of all that was written: a list of (request, row or what was read, end or None)."""
        self.llama = llama = Llama(folder, dtype, device, context)
        self.rows, self.context, self.device, self.deliver = rows, context, device, deliver
        cache = (len(llama.layers), 2, rows, context + ROOM, llama.kv_heads, llama.size)
        self.cache = torch.zeros(cache, dtype=dtype, device=device)
        # What each row is at: its last token, that token's position, whether it is taken, tokens written, seed, top_k.
        self.numbers = torch.zeros((6, rows), dtype=torch.long, device=device)
        # And how it draws: temperature, top_p, presence penalty.
        self.shares = torch.ones((3, rows), device=device)
        self.written = torch.zeros((rows, llama.vocabulary), dtype=torch.bool, device=device)
        self.told = torch.zeros((rows, 2 + 2 * LIKELIEST), device=device)
        self.all = torch.arange(rows, device=device)
        self.owners = [None] * rows
        self.waiting, self.to_read, self.added = deque(), deque(), threading.Condition()
        self.graphs = {}
        self.since_prompts = self.steps = 0
        if device.type == "cuda":
            torch.backends.cuda.enable_cudnn_sdp(False)  # plans anew for each shape
            self.pool = torch.cuda.graph_pool_handle()
            for length in self.lengths():
                self.graphs[length] = self.captured(length)

    def lengths(self):
        return [length for length in (256, 384, 512, 768, 1024, 1536, 2048, 4096, 8192) if length < self.context] + [self.context + ROOM]

    def add(self, request):
        with self.added:
            (self.to_read if request.reads else self.waiting).append(request)
            self.added.notify()

    @torch.inference_mode()
    def run(self):
        """Until the program ends: a step is begun before what the last one wrote is looked at, so that the device never waits."""
        last = None
        while True:
            self.admit(is_idle=last is None)
            step = self.step() if any(self.owners) else None
            if last is not None:
                self.tell(*last)
            last = step

    def admit(self, is_idle):
        ended = [row for row, owner in enumerate(self.owners) if owner is not None and owner.over]
        for row in ended:
            self.owners[row] = None
        if ended:
            self.numbers[2, ended] = 0
        free = [row for row, owner in enumerate(self.owners) if owner is None]
        self.since_prompts += 1
        with self.added:
            while is_idle and not self.waiting and not self.to_read and len(free) == self.rows:
                self.added.wait()
            if self.since_prompts < STEPS_BETWEEN_PROMPTS and len(free) < self.rows:
                return
            to_read = [request for request in self.to_read if not request.over]
            self.to_read.clear()
            asked = []
            while self.waiting and len(asked) < len(free):
                request = self.waiting.popleft()
                if not request.over:
                    asked.append(request)
        if asked or to_read:
            self.since_prompts = 0
        if asked:
            self.begin(asked, free[: len(asked)])
        for group in self.grouped([tuple(request.prompt) for request in to_read]):
            self.read(group, to_read)

    def grouped(self, prompts):
        """The different ones of prompts, in groups of about one length."""
        known = sorted(set(prompts), key=len)
        while known:
            length = rounded(len(known[0]))
            group = [prompt for prompt in known[: max(1, READ_AT_ONCE // length)] if len(prompt) <= length]
            yield group
            known = known[len(group) :]

    def filled(self, group):
        length = rounded(max(map(len, group)))
        return torch.tensor([[*prompt, *[0] * (length - len(prompt))] for prompt in group], device=self.device)

    def begin(self, asked, rows):
        """Reads the prompts but for their last tokens, which the next step takes; rows with one prompt share its reading."""
        by_prompt = {}
        for request, row in zip(asked, rows):
            by_prompt.setdefault(tuple(request.prompt[:-1]), []).append(row)
            self.owners[row] = request
        for group in self.grouped([prompt for prompt in by_prompt if prompt]):
            targets = [(at, row) for at, prompt in enumerate(group) for row in by_prompt[prompt]]
            sources, targets = torch.tensor(targets, device=self.device).unbind(1)
            prompts = self.filled(group)

            def keep(at, *both):
                for cache, each in zip(self.cache[at], both):
                    length = min(prompts.shape[1], self.context)
                    cache[targets, :length] = each[sources, :length]

            self.llama.read(prompts, keep)
        numbers = [(each.prompt[-1], len(each.prompt) - 1, 1, 0, each.seed, each.top_k or self.llama.vocabulary) for each in asked]
        shares = [(each.temperature, each.top_p, each.presence) for each in asked]
        self.numbers[:, rows] = torch.tensor(numbers, device=self.device).T
        self.shares[:, rows] = torch.tensor(shares, dtype=torch.float32, device=self.device).T
        self.written[rows] = False

    def read(self, group, requests):
        """Tells what each token of a prompt has for a log-probability, and the likeliest token behind it."""
        prompts = self.filled(group)
        figures = self.llama.logits(self.llama.read(prompts)).log_softmax(-1)
        own = figures[:, :-1].gather(2, prompts[:, 1:, None])[:, :, 0].tolist()
        ends = torch.tensor([len(prompt) - 1 for prompt in group], device=self.device)
        likeliest, ids = figures[torch.arange(len(group), device=self.device), ends].topk(LIKELIEST)
        rows = torch.cat([ids[:, :1], likeliest[:, :1], ids, likeliest], 1).tolist()
        read = {prompt: (each[: len(prompt) - 1], row) for prompt, each, row in zip(group, own, rows)}
        told = []
        for request in requests:
            if tuple(request.prompt) in read and not request.over:
                request.over = True
                told.append((request, read[tuple(request.prompt)], "length"))
        self.deliver(told)

    def step(self):
        """Begins a step of all rows. Returns who owned them and what will hold what they wrote."""
        live = [owner for owner in self.owners if owner is not None]
        reach = max(len(owner.prompt) + owner.written for owner in live) + 2
        length = next(each for each in self.lengths() if each >= reach)
        is_narrow = all(owner.temperature == 0 or 0 < owner.top_k <= NARROW for owner in live)
        if is_narrow and length in self.graphs:
            self.graphs[length].replay()
        else:
            self.forward(length, NARROW if is_narrow else self.llama.vocabulary)
        self.steps += 1
        if self.device.type != "cuda":
            return list(self.owners), self.told.clone(), None
        copied = torch.empty(self.told.shape, pin_memory=True).copy_(self.told, non_blocking=True)
        done = torch.cuda.Event()
        done.record()
        return list(self.owners), copied, done

    def forward(self, length, width):
        """One step: every row's last token through the model, and its next one drawn. `length` of the cache is looked at."""
        tokens, positions, taken, places, _, _ = self.numbers
        llama, shared = self.llama, self.llama.heads // self.llama.kv_heads
        seen = torch.arange(length, device=self.device) <= positions[:, None]
        mask = torch.zeros(seen.shape, dtype=llama.dtype, device=self.device).masked_fill(~seen, -math.inf)
        # The query heads of one key head go as its several queries.
        mask = mask[:, None, None].expand(-1, llama.kv_heads, shared, -1)

        def attend(at, queries, keys, values):
            for cache, each in zip(self.cache[at], (keys, values)):
                cache[self.all, positions] = each[:, 0]
            known = [each[:, :length].transpose(1, 2) for each in self.cache[at]]
            queries = queries[:, 0].unflatten(1, (llama.kv_heads, shared))
            return F.scaled_dot_product_attention(queries, *known, attn_mask=mask).flatten(1, 2)[:, None]

        hidden = llama.forward(tokens[:, None], positions[:, None], attend)
        self.told.copy_(sample(llama.logits(hidden[:, 0]), self.written, self.numbers, self.shares, width))
        drawn = self.told[:, 0].long()
        self.written.scatter_(1, drawn[:, None], True)
        tokens.copy_(drawn)
        positions.add_(taken).clamp_(max=self.context + ROOM - 1)
        places.add_(taken)

    @torch.inference_mode()
    def captured(self, length):
        """The step as one graph of the device: started by itself, each of its thousand small parts would take longer than it works."""
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(2):
                self.forward(length, NARROW)
        torch.cuda.current_stream().wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, pool=self.pool):
            self.forward(length, NARROW)
        return graph

    def tell(self, owners, told, done):
        if done is not None:
            done.synchronize()
        news = []
        for request, row in zip(owners, told.tolist()):
            if request is None or request.over:
                continue
            request.written += 1
            is_last = request.written >= request.most
            end = "stop" if int(row[0]) in self.llama.ends else "length" if is_last else None
            request.over = end is not None
            news.append((request, row, end))
        self.deliver(news)


def rounded(length):
    return next(size for size in (32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 4096, 8192) if size >= length)
