"""The model as WebLLM calls it: its functions' names, arguments and shapes are WebLLM's contract.

The modules' attribute names (eq, es, n1, qkv.q …) are the parameters' names in the weights' tensor cache.
"""

from typing import NamedTuple

from tvm import relax
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import Tensor, op
from tvm.relax.frontend.nn.llm.kv_cache import RopeMode, TIRPagedKVCache

from .architecture import (
    FEED_FORWARD,
    HEADS,
    HEAD_WIDTH,
    HIDDEN,
    KEY_HEADS,
    LAYERS,
    ROPE_THETA,
    TARGET,
    VOCABULARY,
)
from .layer_kernels import (
    embed_kernel,
    head_kernel,
    last_row_kernel,
    rms_norm_kernel,
    silu_mul_kernel,
    take_rows_kernel,
)
from .linear_kernels import linear_kernel
from .sampling_kernels import identity_indices_kernel, softmax_kernel, top_p_kernel


class Tiles(NamedTuple):
    """How the matrix products are cut: `rows` of a thread, its columns by the output's width, and threads of a block.

    A number of the output is summed in the same order under all of them.
    """

    name: str
    rows: int
    columns: dict
    threads: int
    head_columns: int
    head_threads: int


def columns(narrow, wide, widest):
    return {HIDDEN: narrow, (HEADS + 2 * KEY_HEADS) * HEAD_WIDTH: wide, 2 * FEED_FORWARD: widest}


# The fastest measured on SwiftShader, but for BATCH: fewer columns to a thread are slower there, and leave a GPU more threads.
ONE_ROW = Tiles("d", 1, columns(2, 2, 2), 32, 4, 64)
BATCH = Tiles("b", 8, columns(6, 6, 12), 32, 8, 64)
CHUNK = Tiles("p", 8, columns(9, 10, 12), 32, 8, 64)


def call_kernel(kernel, name, arguments, output):
    return op.tensor_ir_op(kernel.without_attr("global_symbol"), name, arguments, output)


def float_output(*shape):
    return Tensor.placeholder(list(shape), "float32")


class Linear(nn.Module):
    def __init__(self, inputs, outputs):
        self.inputs, self.outputs = inputs, outputs
        self.q = nn.Parameter((inputs // 8, outputs), "uint32")
        self.dm = nn.Parameter((inputs // 32, outputs), "uint32")

    def forward(self, x, tiles, residual=None):
        name = f"lin_{tiles.name}_{self.inputs}_{self.outputs}"
        arguments = [x, self.q, self.dm]
        if residual is not None:
            name += "_r"
            arguments.append(residual)
        tile = (tiles.rows, tiles.columns[self.outputs], tiles.threads)
        kernel = linear_kernel(self.inputs, self.outputs, *tile, residual is not None)
        return call_kernel(kernel, name, arguments, float_output(1, x.shape[1], self.outputs))


class Norm(nn.Module):
    def __init__(self):
        self.weight = nn.Parameter((HIDDEN,), "float32")

    def forward(self, x):
        output = float_output(1, x.shape[1], HIDDEN)
        return call_kernel(rms_norm_kernel(), "rms", [x, self.weight], output)


class Layer(nn.Module):
    def __init__(self):
        self.n1, self.n2 = Norm(), Norm()
        self.qkv = Linear(HIDDEN, (HEADS + 2 * KEY_HEADS) * HEAD_WIDTH)
        self.o = Linear(HEADS * HEAD_WIDTH, HIDDEN)
        self.gu = Linear(HIDDEN, 2 * FEED_FORWARD)
        self.down = Linear(FEED_FORWARD, HIDDEN)

    def forward(self, x, cache, index, tiles):
        rows = x.shape[1]
        qkv = op.reshape(self.qkv(self.n1(x), tiles), (1, rows, HEADS + 2 * KEY_HEADS, HEAD_WIDTH))
        attended = cache.attention_with_fused_qkv(index, qkv, HEADS, HEAD_WIDTH**-0.5)
        x = self.o(op.reshape(attended, (1, rows, HEADS * HEAD_WIDTH)), tiles, x)
        gate_and_up = self.gu(self.n2(x), tiles)
        output = float_output(1, rows, FEED_FORWARD)
        activated = call_kernel(silu_mul_kernel(), "silu_mul", [gate_and_up], output)
        return self.down(activated, tiles, x)


class LanguageModel(nn.Module):
    def __init__(self):
        self.eq = nn.Parameter((HIDDEN // 4, VOCABULARY), "uint32")
        self.es = nn.Parameter((HIDDEN // 32, VOCABULARY), "float32")
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.norm = Norm()

    def embed(self, input_ids):
        output = float_output(input_ids.shape[0], HIDDEN)
        return call_kernel(embed_kernel(), "embed_take", [input_ids, self.eq, self.es], output)

    def prefill(self, input_embed, paged_kv_cache):
        x = self._layers(input_embed, paged_kv_cache, CHUNK)
        x = call_kernel(last_row_kernel(), "last_row", [x], float_output(1, 1, HIDDEN))
        return self._logits(x, ONE_ROW), paged_kv_cache

    def decode(self, input_embed, paged_kv_cache):
        x = self._layers(input_embed, paged_kv_cache, ONE_ROW)
        return self._logits(x, ONE_ROW), paged_kv_cache

    def batch_prefill(self, input_embeds, logit_positions, paged_kv_cache):
        x = self._layers(input_embeds, paged_kv_cache, CHUNK)
        output = float_output(1, logit_positions.shape[0], HIDDEN)
        x = call_kernel(take_rows_kernel(), "take_rows", [x, logit_positions], output)
        return self._logits(x, BATCH), paged_kv_cache

    def batch_decode(self, input_embeds, paged_kv_cache):
        sequences = input_embeds.shape[0]
        x = op.reshape(input_embeds, (1, sequences, HIDDEN))
        logits = self._logits(self._layers(x, paged_kv_cache, BATCH), BATCH)
        return op.reshape(logits, (sequences, 1, VOCABULARY)), paged_kv_cache

    def batch_verify(self, input_embeds, paged_kv_cache):
        x = self._layers(input_embeds, paged_kv_cache, CHUNK)
        return self._logits(x, CHUNK), paged_kv_cache

    def softmax_with_temperature(self, logits, temperature):
        output = float_output(1, 1, VOCABULARY)
        return call_kernel(softmax_kernel(), "softmax_t", [logits, temperature], output)

    def argsort_probs(self, probs):
        # WebLLM only hands both results on to sample_with_top_p, and the sampler below needs no order.
        unsorted = op.reshape(probs, (1, VOCABULARY))
        output = Tensor.placeholder([1, VOCABULARY], "int32")
        return unsorted, call_kernel(identity_indices_kernel(), "idx0", [probs], output)

    def sample_with_top_p(
        self, sorted_probs, sorted_indices, uniform_samples, sample_indices, top_p
    ):
        arguments = [sorted_probs, uniform_samples, top_p]
        output = Tensor.placeholder([1], "int32")
        return call_kernel(top_p_kernel(), "top_p_sample", arguments, output)

    def create_tir_paged_kv_cache(
        self,
        max_batch_size,
        max_total_seq_len,
        prefill_chunk_size,
        page_size,
        support_sliding_window,
    ):
        return TIRPagedKVCache(
            attn_kind="mha",
            max_batch_size=max_batch_size,
            max_total_seq_len=max_total_seq_len,
            prefill_chunk_size=prefill_chunk_size,
            page_size=page_size,
            support_sliding_window=support_sliding_window,
            layer_partition=relax.ShapeExpr([0, LAYERS]),
            num_hidden_layers=LAYERS,
            num_attention_heads=HEADS,
            num_key_value_heads=KEY_HEADS,
            qk_head_dim=HEAD_WIDTH,
            v_head_dim=HEAD_WIDTH,
            mla_original_qk_head_dim=0,
            mla_original_v_head_dim=0,
            rope_mode=RopeMode.NORMAL,
            rope_scale=1,
            rope_theta=ROPE_THETA,
            rope_scaling={},
            rope_ext_factors=relax.prim_value(0),
            rotary_dim=HEAD_WIDTH,
            enable_disaggregation=False,
            dtype="float32",
            target=TARGET,
        )

    def _layers(self, x, cache, tiles):
        for index, layer in enumerate(self.layers):
            x = layer(x, cache, index, tiles)
        return x

    def _logits(self, x, tiles):
        kernel = head_kernel(tiles.rows, tiles.head_columns, tiles.head_threads)
        output = float_output(1, x.shape[1], VOCABULARY)
        return call_kernel(kernel, "lm_head", [self.norm(x), self.eq, self.es], output)
