"""Matrix products with 4-bit weights.

Weights lie as scripts/embedded-model/webllm-layout.mjs writes them: Q[k/8, n] holds eight nibbles a word, DM[k/32, n] the
scale d (low half) and minimum m (high half) of 32 weights; weight = nibble * d + m. N is the fast axis, so that neighbouring
threads read neighbouring words.

A thread makes `row_tile` rows x `column_tile` columns of the output and shares nothing with others: no barriers, which are slow
on software adapters, and reads that a GPU can coalesce. A weight is unpacked once for all the thread's rows. Each number of the
output is summed in the same order however many rows there are, so that a sequence reads the same alone as in a batch. Names in
the kernels: X input, O output, R residual; acc sums; dv, mv the scale and minimum of each of the thread's columns; wd a packed
word, wt its eight weights; xv eight input numbers of each row.
"""

import functools

from tvm.script import tirx as T

from .architecture import KERNEL_ATTRIBUTES


def half_to_float(h):
    """The low 16 bits of a uint32, an IEEE half, as float32: exact for normals, subnormals and zeros, without branches.

    WGSL's own half type needs shader-f16, which software adapters lack.
    """
    u = T.uint32
    e = (h >> u(10)) & u(31)
    n = (e + u(31)) >> u(5)  # 0 for zero and subnormals, else 1
    mag = T.Cast("float32", (h & u(0x3FF)) + (n << u(10))) * T.reinterpret(
        "float32", (e + u(103) - n) << u(23)
    )
    return T.reinterpret("float32", T.reinterpret("uint32", mag) | ((h & u(0x8000)) << u(16)))


def add_products(start, weights, inputs, first):
    """start + the eight products of weights and inputs[first …], added in their order, as one expression.

    One sum at a time, not eight times read and written back: what costs most where a thread's own numbers lie in memory.
    """
    total = start
    for place in range(8):
        total = total + weights[place] * inputs[first + place]
    return total


@functools.lru_cache(None)
def linear_kernel(K, N, row_tile, column_tile, TX, add_residual):
    """out[m, n] = sum over k of x[m, k] * weight[k, n], plus r[m, n] with `add_residual`."""
    MT, NT = row_tile, column_tile
    W = TX * NT
    assert N % W == 0

    @T.macro(hygienic=False)
    def accumulate():
        for i in T.unroll(MT * NT):
            acc[i] = T.float32(0)
        for g in T.serial(K // 32):
            for c in T.unroll(NT):
                wd[c] = DM[g, bx * W + c * TX + tx]
                dv[c] = half_to_float(wd[c])
                mv[c] = half_to_float(wd[c] >> T.uint32(16))
            for w in T.serial(4):
                for c in T.unroll(NT):
                    wd[c] = Q[g * 4 + w, bx * W + c * TX + tx]
                # Rows beyond the last are taken for the last, since leaving them out by a condition costs more.
                for i in T.unroll(MT):
                    for j in T.unroll(8):
                        xv[i * 8 + j] = X[0, T.min(by * MT + i, m - 1), g * 32 + w * 8 + j]
                for c in T.unroll(NT):
                    for j in T.unroll(8):
                        # By way of a signed integer: processors have an instruction for that alone.
                        wt[j] = (
                            T.Cast(
                                "float32",
                                T.Cast(
                                    "int32",
                                    (wd[c] >> T.Cast("uint32", j * 4)) & T.uint32(15),
                                ),
                            )
                            * dv[c]
                            + mv[c]
                        )
                    for i in T.unroll(MT):
                        acc[i * NT + c] = add_products(acc[i * NT + c], wt, xv, i * 8)

    @T.prim_func(s_tir=True)
    def with_residual(
        x: T.handle,
        Q: T.Buffer((K // 8, N), "uint32"),
        DM: T.Buffer((K // 32, N), "uint32"),
        r: T.handle,
        o: T.handle,
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, K), "float32")
        R = T.match_buffer(r, (1, m, N), "float32")
        O = T.match_buffer(o, (1, m, N), "float32")
        with T.sblock("lin"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", N // W)
            by = T.launch_thread("blockIdx.y", (m + MT - 1) // MT)
            acc = T.alloc_buffer((MT * NT,), "float32", scope="local")
            dv = T.alloc_buffer((NT,), "float32", scope="local")
            mv = T.alloc_buffer((NT,), "float32", scope="local")
            wd = T.alloc_buffer((NT,), "uint32", scope="local")
            wt = T.alloc_buffer((8,), "float32", scope="local")
            xv = T.alloc_buffer((MT * 8,), "float32", scope="local")
            accumulate()
            for i in T.unroll(MT):
                if by * MT + i < m:
                    for c in T.unroll(NT):
                        O[0, by * MT + i, bx * W + c * TX + tx] = (
                            acc[i * NT + c] + R[0, by * MT + i, bx * W + c * TX + tx]
                        )

    @T.prim_func(s_tir=True)
    def without_residual(
        x: T.handle,
        Q: T.Buffer((K // 8, N), "uint32"),
        DM: T.Buffer((K // 32, N), "uint32"),
        o: T.handle,
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        m = T.int32()
        X = T.match_buffer(x, (1, m, K), "float32")
        O = T.match_buffer(o, (1, m, N), "float32")
        with T.sblock("lin"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", N // W)
            by = T.launch_thread("blockIdx.y", (m + MT - 1) // MT)
            acc = T.alloc_buffer((MT * NT,), "float32", scope="local")
            dv = T.alloc_buffer((NT,), "float32", scope="local")
            mv = T.alloc_buffer((NT,), "float32", scope="local")
            wd = T.alloc_buffer((NT,), "uint32", scope="local")
            wt = T.alloc_buffer((8,), "float32", scope="local")
            xv = T.alloc_buffer((MT * 8,), "float32", scope="local")
            accumulate()
            for i in T.unroll(MT):
                if by * MT + i < m:
                    for c in T.unroll(NT):
                        O[0, by * MT + i, bx * W + c * TX + tx] = acc[i * NT + c]

    return with_residual if add_residual else without_residual
