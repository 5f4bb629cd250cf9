"""The layers' other kernels: embedding, norm, gated activation, last row, language-model head.

The embedding table is 8-bit and serves as head too: Q[k/4, v] holds four bytes a word, each 128 above its value, S[k/32, v]
the scale of 32. Names in the kernels: X input, O output, tx, bx, by thread and block indices.
"""

import functools

from tvm.script import tirx as T

from .architecture import FEED_FORWARD, HIDDEN, KERNEL_ATTRIBUTES, NORM_EPSILON, VOCABULARY


@functools.lru_cache(None)
def silu_mul_kernel():
    """out = silu(gate) * up, where x holds gate and up side by side."""

    @T.prim_func(s_tir=True)
    def silu_mul(x: T.handle, o: T.handle):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, 2 * FEED_FORWARD), "float32")
        O = T.match_buffer(o, (1, m, FEED_FORWARD), "float32")
        with T.sblock("s"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            bx = T.launch_thread("blockIdx.x", FEED_FORWARD // 64)
            by = T.launch_thread("blockIdx.y", m)
            O[0, by, bx * 64 + tx] = (
                X[0, by, bx * 64 + tx]
                / (T.float32(1) + T.exp(T.float32(0) - X[0, by, bx * 64 + tx]))
                * X[0, by, FEED_FORWARD + bx * 64 + tx]
            )

    return silu_mul


@functools.lru_cache(None)
def rms_norm_kernel():
    """out = x / sqrt(mean(x^2) + epsilon) * G; one block a row, 64 threads sum a part each."""

    @T.prim_func(s_tir=True)
    def rms(x: T.handle, G: T.Buffer((HIDDEN,), "float32"), o: T.handle):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, HIDDEN), "float32")
        O = T.match_buffer(o, (1, m, HIDDEN), "float32")
        with T.sblock("r"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            by = T.launch_thread("blockIdx.x", m)
            s = T.alloc_buffer((1,), "float32", scope="local")
            p = T.alloc_buffer((64,), "float32", scope="shared")
            s[0] = T.float32(0)
            for j in T.serial(HIDDEN // 64):
                s[0] = s[0] + X[0, by, j * 64 + tx] * X[0, by, j * 64 + tx]
            p[tx] = s[0]
            T.evaluate(T.tvm_storage_sync("shared"))
            s[0] = T.float32(0)
            for j in T.serial(64):
                s[0] = s[0] + p[j]
            s[0] = T.rsqrt(s[0] * T.float32(1.0 / HIDDEN) + T.float32(NORM_EPSILON))
            for j in T.serial(HIDDEN // 64):
                O[0, by, j * 64 + tx] = X[0, by, j * 64 + tx] * s[0] * G[j * 64 + tx]

    return rms


@functools.lru_cache(None)
def embed_kernel():
    """out[i] = the embedding of token ids[i]; a thread unpacks one word."""

    @T.prim_func(s_tir=True)
    def embed_take(
        ids: T.handle,
        Q: T.Buffer((HIDDEN // 4, VOCABULARY), "uint32"),
        S: T.Buffer((HIDDEN // 32, VOCABULARY), "float32"),
        o: T.handle,
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        I = T.match_buffer(ids, (m,), "int32")
        O = T.match_buffer(o, (m, HIDDEN), "float32")
        with T.sblock("e"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 48)
            bx = T.launch_thread("blockIdx.x", 3)
            by = T.launch_thread("blockIdx.y", m)
            for j in T.unroll(4):
                O[by, (bx * 48 + tx) * 4 + j] = (
                    T.Cast(
                        "float32",
                        (Q[bx * 48 + tx, I[by]] >> T.Cast("uint32", j * 8)) & T.uint32(255),
                    )
                    - T.float32(128)
                ) * S[(bx * 48 + tx) // 8, I[by]]

    return embed_take


@functools.lru_cache(None)
def head_kernel(row_tile, column_tile, TX):
    """Logits of each row; a thread makes `row_tile` x `column_tile` of them. The scale is applied once for each 32 products.

    A number is summed in the same order however many rows there are.
    """
    MT, NT = row_tile, column_tile
    W = NT * TX

    @T.prim_func(s_tir=True)
    def lm_head(
        x: T.handle,
        Q: T.Buffer((HIDDEN // 4, VOCABULARY), "uint32"),
        S: T.Buffer((HIDDEN // 32, VOCABULARY), "float32"),
        o: T.handle,
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, HIDDEN), "float32")
        O = T.match_buffer(o, (1, m, VOCABULARY), "float32")
        with T.sblock("h"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", VOCABULARY // W)
            by = T.launch_thread("blockIdx.y", (m + MT - 1) // MT)
            acc = T.alloc_buffer((MT * NT,), "float32", scope="local")
            ag = T.alloc_buffer((MT * NT,), "float32", scope="local")
            wd = T.alloc_buffer((NT,), "uint32", scope="local")
            wt = T.alloc_buffer((NT * 4,), "float32", scope="local")
            xv = T.alloc_buffer((4,), "float32", scope="local")
            for i in T.unroll(MT * NT):
                acc[i] = T.float32(0)
            for g in T.serial(HIDDEN // 32):
                for i in T.unroll(MT * NT):
                    ag[i] = T.float32(0)
                for w in T.serial(8):
                    for c in T.unroll(NT):
                        wd[c] = Q[g * 8 + w, bx * W + c * TX + tx]
                    for c in T.unroll(NT):
                        for j in T.unroll(4):
                            wt[c * 4 + j] = T.Cast(
                                "float32",
                                T.Cast(
                                    "int32",
                                    (wd[c] >> T.Cast("uint32", j * 8)) & T.uint32(255),
                                ),
                            ) - T.float32(128)
                    for i in T.unroll(MT):
                        if by * MT + i < m:
                            for j in T.unroll(4):
                                xv[j] = X[0, by * MT + i, g * 32 + w * 4 + j]
                            for c in T.unroll(NT):
                                ag[i * NT + c] = (
                                    ag[i * NT + c]
                                    + wt[c * 4] * xv[0]
                                    + wt[c * 4 + 1] * xv[1]
                                    + wt[c * 4 + 2] * xv[2]
                                    + wt[c * 4 + 3] * xv[3]
                                )
                for c in T.unroll(NT):
                    xv[0] = S[g, bx * W + c * TX + tx]
                    for i in T.unroll(MT):
                        acc[i * NT + c] = acc[i * NT + c] + ag[i * NT + c] * xv[0]
            for i in T.unroll(MT):
                if by * MT + i < m:
                    for c in T.unroll(NT):
                        O[0, by * MT + i, bx * W + c * TX + tx] = acc[i * NT + c]

    return lm_head


@functools.lru_cache(None)
def last_row_kernel():
    """The last row alone: only its logits are wanted after a prefill."""

    @T.prim_func(s_tir=True)
    def last_row(x: T.handle, O: T.Buffer((1, 1, HIDDEN), "float32")):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, HIDDEN), "float32")
        with T.sblock("l"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            bx = T.launch_thread("blockIdx.x", HIDDEN // 64)
            O[0, 0, bx * 64 + tx] = X[0, m - 1, bx * 64 + tx]

    return last_row


@functools.lru_cache(None)
def take_rows_kernel():
    """The rows that P names: each sequence's last, after a prefill of several."""

    @T.prim_func(s_tir=True)
    def take_rows(x: T.handle, p: T.handle, o: T.handle):
        T.func_attr(KERNEL_ATTRIBUTES)
        m, n = T.int32(), T.int32()
        X = T.match_buffer(x, (1, m, HIDDEN), "float32")
        P = T.match_buffer(p, (n,), "int32")
        O = T.match_buffer(o, (1, n, HIDDEN), "float32")
        with T.sblock("t"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            bx = T.launch_thread("blockIdx.x", HIDDEN // 64)
            by = T.launch_thread("blockIdx.y", n)
            O[0, by, bx * 64 + tx] = X[0, P[by], bx * 64 + tx]

    return take_rows
