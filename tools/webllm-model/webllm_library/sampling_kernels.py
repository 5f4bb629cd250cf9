"""Sampling from the logits of one sequence, as WebLLM calls it: softmax with temperature, then top-p.

One block of 256 threads goes over the vocabulary; thread tx owns the tokens j * 256 + tx.
"""

import functools

from tvm.script import tirx as T

from .architecture import KERNEL_ATTRIBUTES, VOCABULARY

THREADS = 256
TOKENS_PER_THREAD = VOCABULARY // THREADS
PIVOTS_PER_PASS = 8


@functools.lru_cache(None)
def softmax_kernel():
    """P = softmax(L / TP). At temperature 0 all weight goes to the largest logits, in equal parts.

    it is 1 / temperature or 0; sm and ss hold each thread's maximum and sum.
    """

    @T.prim_func(s_tir=True)
    def softmax_t(
        L: T.Buffer((1, 1, VOCABULARY), "float32"),
        TP: T.Buffer((1,), "float32"),
        P: T.Buffer((1, 1, VOCABULARY), "float32"),
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        with T.sblock("s"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", THREADS)
            bx = T.launch_thread("blockIdx.x", 1)
            a = T.alloc_buffer((1,), "float32", scope="local")
            mx = T.alloc_buffer((1,), "float32", scope="local")
            it = T.alloc_buffer((1,), "float32", scope="local")
            sm = T.alloc_buffer((THREADS,), "float32", scope="shared")
            ss = T.alloc_buffer((THREADS,), "float32", scope="shared")
            it[0] = T.Select(
                TP[0] > T.float32(1e-5), T.float32(1) / T.max(TP[0], T.float32(1e-5)), T.float32(0)
            )
            # The largest logit, of this thread's tokens, then of all.
            mx[0] = L[0, 0, tx]
            for j in T.serial(TOKENS_PER_THREAD):
                mx[0] = T.max(mx[0], L[0, 0, j * THREADS + tx])
            sm[tx] = mx[0]
            T.evaluate(T.tvm_storage_sync("shared"))
            for j in T.serial(THREADS):
                mx[0] = T.max(mx[0], sm[j])
            # The sum of the exponentials, likewise.
            a[0] = T.float32(0)
            for j in T.serial(TOKENS_PER_THREAD):
                a[0] = a[0] + T.Select(
                    it[0] > T.float32(0),
                    T.exp((L[0, 0, j * THREADS + tx] - mx[0]) * it[0]),
                    T.Select(L[0, 0, j * THREADS + tx] == mx[0], T.float32(1), T.float32(0)),
                )
            ss[tx] = a[0]
            T.evaluate(T.tvm_storage_sync("shared"))
            a[0] = T.float32(0)
            for j in T.serial(THREADS):
                a[0] = a[0] + ss[j]
            for j in T.serial(TOKENS_PER_THREAD):
                P[0, 0, j * THREADS + tx] = (
                    T.Select(
                        it[0] > T.float32(0),
                        T.exp((L[0, 0, j * THREADS + tx] - mx[0]) * it[0]),
                        T.Select(L[0, 0, j * THREADS + tx] == mx[0], T.float32(1), T.float32(0)),
                    )
                    / a[0]
                )

    return softmax_t


@functools.lru_cache(None)
def top_p_kernel():
    """Exact top-p without sorting.

    Finds the largest threshold t for which the probabilities at or above t sum to at least top_p, then draws among
    those by inverting their cumulative sum at the uniform number U. Non-negative floats order like their bits, so t is
    searched among the bit patterns: each of ten passes tries eight pivots and keeps the interval that holds t, eight
    times narrower than before. lo is the threshold so far, step the distance of pivots, tot the sum that is wanted.
    """

    @T.prim_func(s_tir=True)
    def top_p_sample(
        P: T.Buffer((1, VOCABULARY), "float32"),
        U: T.Buffer((1,), "float32"),
        TOP: T.Buffer((1,), "float32"),
        O: T.Buffer((1,), "int32"),
    ):
        T.func_attr(KERNEL_ATTRIBUTES)
        with T.sblock("s"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", THREADS)
            bx = T.launch_thread("blockIdx.x", 1)
            acc = T.alloc_buffer((PIVOTS_PER_PASS,), "float32", scope="local")
            lo = T.alloc_buffer((1,), "uint32", scope="local")
            step = T.alloc_buffer((1,), "uint32", scope="local")
            base = T.alloc_buffer((1,), "uint32", scope="local")
            tot = T.alloc_buffer((1,), "float32", scope="local")
            pv = T.alloc_buffer((1,), "float32", scope="local")
            ii = T.alloc_buffer((2,), "int32", scope="local")
            sh = T.alloc_buffer((THREADS * PIVOTS_PER_PASS,), "float32", scope="shared")
            fs = T.alloc_buffer((PIVOTS_PER_PASS,), "float32", scope="shared")
            c1 = T.alloc_buffer((THREADS,), "float32", scope="shared")
            # The sum that is wanted: top_p of all the weight there is.
            pv[0] = T.float32(0)
            for j in T.serial(TOKENS_PER_THREAD):
                pv[0] = pv[0] + P[0, j * THREADS + tx]
            c1[tx] = pv[0]
            T.evaluate(T.tvm_storage_sync("shared"))
            tot[0] = T.float32(0)
            for j in T.serial(THREADS):
                tot[0] = tot[0] + c1[j]
            tot[0] = tot[0] * T.min(TOP[0], T.float32(0.999999))
            # The threshold.
            lo[0] = T.uint32(0)
            step[0] = T.uint32(0x08000000)  # 8 * 2^27 = 2^30 > bits(1.0)
            for ps in T.serial(10):
                for q in T.unroll(PIVOTS_PER_PASS):
                    acc[q] = T.float32(0)
                for j in T.serial(TOKENS_PER_THREAD):
                    pv[0] = P[0, j * THREADS + tx]
                    base[0] = T.reinterpret("uint32", pv[0])
                    for q in T.serial(PIVOTS_PER_PASS):
                        acc[q] = acc[q] + T.Select(
                            base[0] >= lo[0] + T.Cast("uint32", q + 1) * step[0],
                            pv[0],
                            T.float32(0),
                        )
                for q in T.unroll(PIVOTS_PER_PASS):
                    sh[tx * PIVOTS_PER_PASS + q] = acc[q]
                T.evaluate(T.tvm_storage_sync("shared"))
                if tx < PIVOTS_PER_PASS:
                    pv[0] = T.float32(0)
                    for j in T.serial(THREADS):
                        pv[0] = pv[0] + sh[j * PIVOTS_PER_PASS + tx]
                    fs[tx] = pv[0]
                T.evaluate(T.tvm_storage_sync("shared"))
                base[0] = T.uint32(0)
                for q in T.unroll(PIVOTS_PER_PASS):
                    base[0] = base[0] + T.Select(fs[q] >= tot[0], T.uint32(1), T.uint32(0))
                lo[0] = lo[0] + base[0] * step[0]
                step[0] = step[0] >> T.uint32(3)
                T.evaluate(T.tvm_storage_sync("shared"))
            pv[0] = T.float32(0)
            for j in T.serial(TOKENS_PER_THREAD):
                pv[0] = pv[0] + T.Select(
                    T.reinterpret("uint32", P[0, j * THREADS + tx]) >= lo[0],
                    P[0, j * THREADS + tx],
                    T.float32(0),
                )
            c1[tx] = pv[0]
            T.evaluate(T.tvm_storage_sync("shared"))
            # The draw: the thread whose tokens hold the wanted point of the cumulative sum, then the token.
            if tx == 0:
                tot[0] = T.float32(0)
                for j in T.serial(THREADS):
                    tot[0] = tot[0] + c1[j]
                tot[0] = tot[0] * U[0]
                ii[0] = 0
                ii[1] = -1
                for j in T.serial(THREADS):
                    pv[0] = c1[j]
                    if ii[1] < 0:
                        if tot[0] <= pv[0] and pv[0] > T.float32(0):
                            ii[1] = j
                        else:
                            tot[0] = tot[0] - pv[0]
                if ii[1] < 0:
                    for j in T.serial(THREADS):
                        pv[0] = c1[j]
                        if pv[0] > T.float32(0):
                            ii[1] = j
                    tot[0] = T.float32(1e30)
                for j in T.serial(TOKENS_PER_THREAD):
                    if tot[0] > T.float32(-1.0):
                        if T.reinterpret("uint32", P[0, j * THREADS + ii[1]]) >= lo[0] and P[
                            0, j * THREADS + ii[1]
                        ] > T.float32(0):
                            ii[0] = j * THREADS + ii[1]
                            if tot[0] <= P[0, j * THREADS + ii[1]]:
                                tot[0] = T.float32(-2.0)
                            else:
                                tot[0] = tot[0] - P[0, j * THREADS + ii[1]]
                O[0] = ii[0]

    return top_p_sample


@functools.lru_cache(None)
def identity_indices_kernel():
    """O[v] = v."""

    @T.prim_func(s_tir=True)
    def idx0(P: T.Buffer((1, VOCABULARY), "float32"), O: T.Buffer((1, VOCABULARY), "int32")):
        T.func_attr(KERNEL_ATTRIBUTES)
        with T.sblock("i"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 256)
            bx = T.launch_thread("blockIdx.x", VOCABULARY // 256)
            O[0, bx * 256 + tx] = bx * 256 + tx

    return idx0
