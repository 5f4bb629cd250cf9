"""Attention for any number of sequences: rotary embedding already applied, no sliding window.

In place of TVM's own kernels, which share work through many barriers: a thread here keeps a running softmax of one query by
itself ("online softmax": st[0] the maximum so far, st[1] the sum, both rescaled when the maximum grows). Scores are taken to
base 2, hence log2(e). Each sequence is computed as it would be alone. Buffer names: Q queries, QI where each sequence's queries
begin, K, VV keys and values, KI where its keys begin, PG the cache's pages [page, key or value, head, slot, width],
PI, PV which pages a sequence has, LI how many slots of its last page are used, O output, LSE log2 of each softmax's sum.
"""

from tvm.script import tirx as T

from .architecture import kernel_attributes
from .attention_stubs import attention_stubs

LOG2_E = 1.4426950408889634

RAGGED_ATTRIBUTES = kernel_attributes("attn_ragged")
PAGED_ATTRIBUTES = kernel_attributes("attn_paged")
DECODE_ATTRIBUTES = kernel_attributes("attn_decode")
MERGE_ATTRIBUTES = kernel_attributes("merge_state")


def ragged_prefill_kernel(h_kv, h_q, d_qk, d_v, dtype, rope_scaling, target):
    """New queries over the new keys; a thread computes one query of one head. G query heads share a key head."""
    TX, G = 32, h_q // h_kv

    @T.prim_func(s_tir=True)
    def attn_ragged(
        var_q: T.handle,
        var_q_indptr: T.handle,
        var_k: T.handle,
        var_v: T.handle,
        var_kv_indptr: T.handle,
        var_qrp: T.handle,
        var_krp: T.handle,
        var_o: T.handle,
        var_lse: T.handle,
        causal: T.int32,
        rotary_mode: T.int32,
        rope_scale: T.float32,
        rope_theta: T.float32,
        sm_scale: T.float32,
    ):
        T.func_attr(RAGGED_ATTRIBUTES)
        bs, m, n = T.int32(), T.int32(), T.int32()
        e1, e2, e3, e4 = T.int32(), T.int32(), T.int32(), T.int32()
        Q = T.match_buffer(var_q, (m, h_q, d_qk), "float32")
        QI = T.match_buffer(var_q_indptr, (bs + 1,), "int32", elem_offset=e1)
        K = T.match_buffer(var_k, (n, h_kv, d_qk), "float32")
        VV = T.match_buffer(var_v, (n, h_kv, d_v), "float32")
        KI = T.match_buffer(var_kv_indptr, (bs + 1,), "int32", elem_offset=e2)
        QR = T.match_buffer(var_qrp, (m,), "int32", elem_offset=e3)
        KR = T.match_buffer(var_krp, (bs,), "int32", elem_offset=e4)
        O = T.match_buffer(var_o, (m, h_q, d_v), "float32")
        LSE = T.match_buffer(var_lse, (m, h_q), "float32")
        with T.sblock("attn"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", (m + TX - 1) // TX)
            by = T.launch_thread("blockIdx.y", h_q)
            qv = T.alloc_buffer((d_qk,), "float32", scope="local")
            acc = T.alloc_buffer((d_v,), "float32", scope="local")
            st = T.alloc_buffer((5,), "float32", scope="local")
            li = T.alloc_buffer((2,), "int32", scope="local")
            if bx * TX + tx < m:
                # Which sequence this query is of.
                li[1] = 0
                for b in T.serial(bs):
                    li[1] = T.Select(QI[b] <= bx * TX + tx, b, li[1])
                for d in T.serial(d_qk):
                    qv[d] = Q[bx * TX + tx, by, d] * sm_scale * T.float32(LOG2_E)
                for d in T.serial(d_v):
                    acc[d] = T.float32(0)
                st[0] = T.float32(-5e4)
                st[1] = T.float32(1)
                # How many keys this query may see.
                li[0] = KI[li[1] + 1] - KI[li[1]]
                li[0] = T.Select(
                    causal > 0, li[0] - QI[li[1] + 1] + bx * TX + tx + 1, li[0]
                )
                for t in T.serial(li[0]):
                    st[2] = T.float32(0)
                    for d in T.serial(d_qk):
                        st[2] = st[2] + qv[d] * K[KI[li[1]] + t, by // G, d]
                    st[3] = T.max(st[0], st[2])
                    st[4] = T.exp2(st[0] - st[3])
                    st[2] = T.exp2(st[2] - st[3])
                    st[0] = st[3]
                    st[1] = st[1] * st[4] + st[2]
                    for d in T.serial(d_v):
                        acc[d] = acc[d] * st[4] + st[2] * VV[KI[li[1]] + t, by // G, d]
                for d in T.serial(d_v):
                    O[bx * TX + tx, by, d] = acc[d] / st[1]
                LSE[bx * TX + tx, by] = st[0] + T.log2(st[1])

    return attn_ragged


def paged_prefill_kernel(
    h_kv,
    h_q,
    dd,
    dtype,
    sliding_window,
    rope_scaling,
    target,
    page_size=16,
    sliding_window_size=1024,
):
    """New queries over the keys in the cache's pages; a thread computes one query of one head."""
    if sliding_window:
        return attention_stubs(h_q, dd).sliding_prefill
    TX, G = 32, h_q // h_kv

    @T.prim_func(s_tir=True)
    def attn_paged(
        var_q: T.handle,
        var_q_indptr: T.handle,
        var_pages: T.handle,
        var_pi: T.handle,
        var_pv: T.handle,
        var_li: T.handle,
        var_krp: T.handle,
        var_qrp: T.handle,
        var_o: T.handle,
        var_lse: T.handle,
        causal: T.int32,
        rotary_mode: T.int32,
        rope_scale: T.float32,
        rope_theta: T.float32,
        sm_scale: T.float32,
    ):
        T.func_attr(PAGED_ATTRIBUTES)
        bs, m, np_, mp = T.int32(), T.int32(), T.int32(), T.int32()
        pe = T.int64()
        e1, e2, e3, e4, e5, e6 = T.int32(), T.int32(), T.int32(), T.int32(), T.int32(), T.int32()
        Q = T.match_buffer(var_q, (m, h_q, dd), "float32")
        QI = T.match_buffer(var_q_indptr, (bs + 1,), "int32", elem_offset=e1)
        PG = T.match_buffer(var_pages, (mp, 2, h_kv, page_size, dd), "float32", elem_offset=pe)
        PI = T.match_buffer(var_pi, (bs + 1,), "int32", elem_offset=e2)
        PV = T.match_buffer(var_pv, (np_,), "int32", elem_offset=e3)
        KR = T.match_buffer(var_krp, (bs,), "int32", elem_offset=e4)
        QR = T.match_buffer(var_qrp, (m,), "int32", elem_offset=e5)
        O = T.match_buffer(var_o, (m, h_q, dd), "float32")
        LSE = T.match_buffer(var_lse, (m, h_q), "float32")
        LI = T.match_buffer(var_li, (bs,), "int32", elem_offset=e6)
        with T.sblock("attn"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", (m + TX - 1) // TX)
            by = T.launch_thread("blockIdx.y", h_q)
            qv = T.alloc_buffer((dd,), "float32", scope="local")
            acc = T.alloc_buffer((dd,), "float32", scope="local")
            st = T.alloc_buffer((5,), "float32", scope="local")
            li = T.alloc_buffer((3,), "int32", scope="local")
            if bx * TX + tx < m:
                # Which sequence, or sequences that share these pages, this query is of.
                li[2] = 0
                for b in T.serial(bs):
                    li[2] = T.Select(QI[b] <= bx * TX + tx, b, li[2])
                for d in T.serial(dd):
                    qv[d] = Q[bx * TX + tx, by, d] * sm_scale * T.float32(LOG2_E)
                for d in T.serial(dd):
                    acc[d] = T.float32(0)
                st[0] = T.float32(-5e4)
                st[1] = T.float32(1)
                li[0] = 0
                if PI[li[2] + 1] > PI[li[2]]:
                    li[0] = (PI[li[2] + 1] - PI[li[2]] - 1) * page_size + LI[li[2]]
                li[0] = T.Select(
                    causal > 0, T.max(li[0] - QI[li[2] + 1] + bx * TX + tx + 1, 0), li[0]
                )
                for t in T.serial(li[0]):
                    li[1] = PV[PI[li[2]] + t // page_size]
                    st[2] = T.float32(0)
                    for d in T.serial(dd):
                        st[2] = st[2] + qv[d] * PG[li[1], 0, by // G, t % page_size, d]
                    st[3] = T.max(st[0], st[2])
                    st[4] = T.exp2(st[0] - st[3])
                    st[2] = T.exp2(st[2] - st[3])
                    st[0] = st[3]
                    st[1] = st[1] * st[4] + st[2]
                    for d in T.serial(dd):
                        acc[d] = acc[d] * st[4] + st[2] * PG[li[1], 1, by // G, t % page_size, d]
                for d in T.serial(dd):
                    O[bx * TX + tx, by, d] = acc[d] / st[1]
                LSE[bx * TX + tx, by] = st[0] + T.log2(st[1])

    return attn_paged


def decode_kernel(h_kv, h_q, dd, dtype, sliding_window, rope_scaling, target, page_size=16):
    """One query over the cached keys; a block computes one head, a thread one component of its output.

    The keys are taken in chunks of as many as there are threads: first each thread scores one key (ss scores, sp
    weights), then each adds up its component over the chunk.
    """
    if sliding_window:
        return attention_stubs(h_q, dd).sliding_decode
    TX, G = dd, h_q // h_kv

    @T.prim_func(s_tir=True)
    def attn_decode(
        var_q: T.handle,
        var_pages: T.handle,
        var_pi: T.handle,
        var_pv: T.handle,
        var_li: T.handle,
        var_krp: T.handle,
        var_qrp: T.handle,
        var_o: T.handle,
        var_lse: T.handle,
        rotary_mode: T.int32,
        rope_scale: T.float32,
        rope_theta: T.float32,
        sm_scale: T.float32,
    ):
        T.func_attr(DECODE_ATTRIBUTES)
        bs, np_, mp = T.int32(), T.int32(), T.int32()
        pe = T.int64()
        e2, e3, e4, e5, e6 = T.int32(), T.int32(), T.int32(), T.int32(), T.int32()
        Q = T.match_buffer(var_q, (bs, h_q, dd), "float32")
        PG = T.match_buffer(var_pages, (mp, 2, h_kv, page_size, dd), "float32", elem_offset=pe)
        PI = T.match_buffer(var_pi, (bs + 1,), "int32", elem_offset=e2)
        PV = T.match_buffer(var_pv, (np_,), "int32", elem_offset=e3)
        KR = T.match_buffer(var_krp, (bs,), "int32", elem_offset=e4)
        QR = T.match_buffer(var_qrp, (bs,), "int32", elem_offset=e5)
        O = T.match_buffer(var_o, (bs, h_q, dd), "float32")
        LSE = T.match_buffer(var_lse, (bs, h_q), "float32")
        LI = T.match_buffer(var_li, (bs,), "int32", elem_offset=e6)
        with T.sblock("attn"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", TX)
            bx = T.launch_thread("blockIdx.x", bs)
            by = T.launch_thread("blockIdx.y", h_q)
            st = T.alloc_buffer((6,), "float32", scope="local")
            li = T.alloc_buffer((3,), "int32", scope="local")
            sq = T.alloc_buffer((dd,), "float32", scope="shared")
            ss = T.alloc_buffer((TX,), "float32", scope="shared")
            sp = T.alloc_buffer((TX,), "float32", scope="shared")
            sq[tx] = Q[bx, by, tx] * sm_scale * T.float32(LOG2_E)
            st[0] = T.float32(-5e4)
            st[1] = T.float32(1)
            st[5] = T.float32(0)
            li[0] = T.Select(PI[bx + 1] > PI[bx], (PI[bx + 1] - PI[bx] - 1) * page_size + LI[bx], 0)
            T.evaluate(T.tvm_storage_sync("shared"))
            # Over this sequence's pages only. Written out, so that a compiler sees that all threads leave the loop together.
            for c in T.serial(((PI[bx + 1] - PI[bx]) * page_size + TX - 1) // TX):
                st[2] = T.float32(-5e4)
                if c * TX + tx < li[0]:
                    li[1] = PV[PI[bx] + (c * TX + tx) // page_size]
                    st[2] = T.float32(0)
                    for d in T.serial(dd):
                        st[2] = st[2] + sq[d] * PG[li[1], 0, by // G, (c * TX + tx) % page_size, d]
                ss[tx] = st[2]
                T.evaluate(T.tvm_storage_sync("shared"))
                st[3] = st[0]
                for j in T.serial(TX):
                    st[3] = T.max(st[3], ss[j])
                st[4] = T.exp2(st[0] - st[3])
                st[0] = st[3]
                sp[tx] = T.Select(c * TX + tx < li[0], T.exp2(st[2] - st[3]), T.float32(0))
                T.evaluate(T.tvm_storage_sync("shared"))
                st[1] = st[1] * st[4]
                st[5] = st[5] * st[4]
                for j in T.serial(T.max(T.min(TX, li[0] - c * TX), 0)):
                    li[2] = PV[PI[bx] + (c * TX + j) // page_size]
                    st[2] = sp[j]
                    st[1] = st[1] + st[2]
                    st[5] = st[5] + st[2] * PG[li[2], 1, by // G, (c * TX + j) % page_size, tx]
                T.evaluate(T.tvm_storage_sync("shared"))
            O[bx, by, tx] = st[5] / st[1]
            if tx == 0:
                LSE[bx, by] = st[0] + T.log2(st[1])

    return attn_decode


def merge_state_kernel(num_heads, head_dim, v_dtype, target, global_symbol=None):
    """Joins two attention results over different keys into the first, V and S, by their sums' logarithms.

    TVM 0.27's own merge kernel lets every thread rewrite S while others still read it: wrong on adapters whose
    subgroups are narrower than head_dim/4 lanes (SwiftShader: 4). Here one thread writes S, after a barrier.
    """

    @T.prim_func(s_tir=True)
    def merge_state(v: T.handle, s: T.handle, vo: T.handle, so: T.handle):
        T.func_attr(MERGE_ATTRIBUTES)
        n = T.int32()
        VV = T.match_buffer(v, (n, num_heads, head_dim), "float32")
        S = T.match_buffer(s, (n, num_heads), "float32")
        VO = T.match_buffer(vo, (n, num_heads, head_dim), "float32")
        SO = T.match_buffer(so, (n, num_heads), "float32")
        with T.sblock("merge"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", head_dim)
            bx = T.launch_thread("blockIdx.x", n)
            by = T.launch_thread("blockIdx.y", num_heads)
            st = T.alloc_buffer((3,), "float32", scope="local")
            sh = T.alloc_buffer((2,), "float32", scope="shared")
            if tx == 0:
                sh[0] = S[bx, by]
                sh[1] = SO[bx, by]
            T.evaluate(T.tvm_storage_sync("shared"))
            st[0] = T.max(sh[0], sh[1])
            st[1] = T.exp2(sh[0] - st[0])
            st[2] = T.exp2(sh[1] - st[0])
            VV[bx, by, tx] = (VV[bx, by, tx] * st[1] + VO[bx, by, tx] * st[2]) / (st[1] + st[2])
            if tx == 0:
                S[bx, by] = T.log2(st[1] + st[2]) + st[0]

    return merge_state
