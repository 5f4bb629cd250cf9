"""What WebLLM does to the logits before sampling, in place: bias, repetition penalties, grammar mask.

TVM's runtime looks these kernels up by name. Names: L logits, I token ids, S and P which row an entry is for, bs batch, vs
vocabulary, n entries, ns sequences.
"""

from tvm.script import tirx as T

from .architecture import kernel_attributes

BIAS_ATTRIBUTES = kernel_attributes("apply_logit_bias_inplace")
PENALTY_ATTRIBUTES = kernel_attributes("apply_penalty_inplace")
BITMASK_ATTRIBUTES = kernel_attributes("apply_bitmask_inplace")


def logit_bias_kernel():
    """L[row P, token I] += B, entry by entry."""

    @T.prim_func(s_tir=True)
    def apply_logit_bias_inplace(l: T.handle, p: T.handle, t: T.handle, b: T.handle):
        T.func_attr(BIAS_ATTRIBUTES)
        bs, vs, n = T.int32(), T.int32(), T.int32()
        L = T.match_buffer(l, (bs, vs), "float32")
        P = T.match_buffer(p, (n,), "int32")
        I = T.match_buffer(t, (n,), "int32")
        B = T.match_buffer(b, (n,), "float32")
        with T.sblock("b"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            bx = T.launch_thread("blockIdx.x", (n + 63) // 64)
            if bx * 64 + tx < n:
                L[P[bx * 64 + tx], I[bx * 64 + tx]] = (
                    L[P[bx * 64 + tx], I[bx * 64 + tx]] + B[bx * 64 + tx]
                )

    return apply_logit_bias_inplace


def penalty_kernel():
    """For each token I seen C times: minus presence PE[0], minus C times frequency PE[1], then repetition PE[2]."""

    @T.prim_func(s_tir=True)
    def apply_penalty_inplace(
        l: T.handle, s: T.handle, p: T.handle, t: T.handle, c: T.handle, pe: T.handle
    ):
        T.func_attr(PENALTY_ATTRIBUTES)
        bs, vs, n, ns = T.int32(), T.int32(), T.int32(), T.int32()
        L = T.match_buffer(l, (bs, vs), "float32")
        S = T.match_buffer(s, (ns,), "int32")
        P = T.match_buffer(p, (n,), "int32")
        I = T.match_buffer(t, (n,), "int32")
        C = T.match_buffer(c, (n,), "int32")
        PE = T.match_buffer(pe, (ns, 3), "float32")
        with T.sblock("p"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 64)
            bx = T.launch_thread("blockIdx.x", (n + 63) // 64)
            v = T.alloc_buffer((1,), "float32", scope="local")
            r = T.alloc_buffer((2,), "int32", scope="local")
            if bx * 64 + tx < n:
                r[0] = P[bx * 64 + tx]
                r[1] = S[r[0]]
                v[0] = (
                    L[r[1], I[bx * 64 + tx]]
                    - PE[r[0], 0]
                    - T.Cast("float32", C[bx * 64 + tx]) * PE[r[0], 1]
                )
                L[r[1], I[bx * 64 + tx]] = T.Select(
                    v[0] < T.float32(0), v[0] * PE[r[0], 2], v[0] / PE[r[0], 2]
                )

    return apply_penalty_inplace


def bitmask_kernel():
    """A token whose bit in B is 0 is ruled out. The bits are read as signed words, as WebGPU's runtime passes them."""

    @T.prim_func(s_tir=True)
    def apply_bitmask_inplace(l: T.handle, s: T.handle, bm: T.handle):
        T.func_attr(BITMASK_ATTRIBUTES)
        bs, vs, ns = T.int32(), T.int32(), T.int32()
        L = T.match_buffer(l, (bs, vs), "float32")
        S = T.match_buffer(s, (ns,), "int32")
        B = T.match_buffer(bm, (bs, (vs + 31) // 32), "int32")
        with T.sblock("m"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", 256)
            bx = T.launch_thread("blockIdx.x", (vs + 255) // 256)
            by = T.launch_thread("blockIdx.y", ns)
            if bx * 256 + tx < vs:
                if ((B[S[by], (bx * 256 + tx) // 32] >> ((bx * 256 + tx) % 32)) & 1) == 0:
                    L[S[by], bx * 256 + tx] = T.float32(-3.4028234e38)

    return apply_bitmask_inplace
