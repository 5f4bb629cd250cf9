"""The model as WebLLM calls it: its functions' names, arguments and shapes are WebLLM's contract.

The modules' attribute names (eq, es, n1, qkv.q …) are the parameters' names in the weights' tensor cache.
"""

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
)
from .linear_kernels import linear_kernel
from .sampling_kernels import identity_indices_kernel, softmax_kernel, top_p_kernel

# (rows, columns) of a thread and threads of a block, the fastest measured on SwiftShader. Decoding has one row.
DECODE_TILE = (1, 2, 32)
PREFILL_TILE = (8, 6, 32)
# Columns of a thread and threads of a block.
HEAD_TILE = (4, 64)


def call_kernel(kernel, name, arguments, output):
    return op.tensor_ir_op(kernel.without_attr("global_symbol"), name, arguments, output)


def float_output(*shape):
    return Tensor.placeholder(list(shape), "float32")


class Linear(nn.Module):
    def __init__(self, inputs, outputs):
        self.inputs, self.outputs = inputs, outputs
        self.q = nn.Parameter((inputs // 8, outputs), "uint32")
        self.dm = nn.Parameter((inputs // 32, outputs), "uint32")

    def forward(self, x, residual=None):
        rows = x.shape[1]
        decoding = isinstance(rows, int) and rows == 1
        tile = DECODE_TILE if decoding else PREFILL_TILE
        name = f"lin_{'d' if decoding else 'p'}_{self.inputs}_{self.outputs}"
        arguments = [x, self.q, self.dm]
        if residual is not None:
            name += "_r"
            arguments.append(residual)
        kernel = linear_kernel(self.inputs, self.outputs, *tile, residual is not None)
        return call_kernel(kernel, name, arguments, float_output(1, rows, self.outputs))


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

    def forward(self, x, cache, index):
        rows = x.shape[1]
        qkv = op.reshape(self.qkv(self.n1(x)), (1, rows, HEADS + 2 * KEY_HEADS, HEAD_WIDTH))
        attended = cache.attention_with_fused_qkv(index, qkv, HEADS, HEAD_WIDTH**-0.5)
        x = self.o(op.reshape(attended, (1, rows, HEADS * HEAD_WIDTH)), x)
        gate_and_up = self.gu(self.n2(x))
        output = float_output(1, rows, FEED_FORWARD)
        return self.down(call_kernel(silu_mul_kernel(), "silu_mul", [gate_and_up], output), x)


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
        x = self._layers(input_embed, paged_kv_cache)
        x = call_kernel(last_row_kernel(), "last_row", [x], float_output(1, 1, HIDDEN))
        return self._logits(x), paged_kv_cache

    def decode(self, input_embed, paged_kv_cache):
        return self._logits(self._layers(input_embed, paged_kv_cache)), paged_kv_cache

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

    def _layers(self, x, cache):
        for index, layer in enumerate(self.layers):
            x = layer(x, cache, index)
        return x

    def _logits(self, x):
        arguments = [self.norm(x), self.eq, self.es]
        return call_kernel(
            head_kernel(*HEAD_TILE), "lm_head", arguments, float_output(1, 1, VOCABULARY)
        )
