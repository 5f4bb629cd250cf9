"""Stand-ins for the attention kernels that TVM's cache wants compiled but WebLLM never launches for this model (sliding
window, tree attention). They fill the output with NaN, so that a misuse shows; only their parameter lists matter.
"""

from typing import NamedTuple

from tvm.script import tirx as T
from tvm.tirx import PrimFunc

from .architecture import kernel_attributes

SLIDING_DECODE_ATTRIBUTES = kernel_attributes("no_sliding_decode")
SLIDING_PREFILL_ATTRIBUTES = kernel_attributes("no_sliding_prefill")
TREE_ATTRIBUTES = kernel_attributes("no_tree_attn")
PAGED_TREE_ATTRIBUTES = kernel_attributes("no_tree_attn_paged")


class AttentionStubs(NamedTuple):
    sliding_decode: PrimFunc
    sliding_prefill: PrimFunc
    tree: PrimFunc
    paged_tree: PrimFunc


def attention_stubs(h_q, dd):
    """h_q query heads of width dd."""

    @T.prim_func(s_tir=True)
    def dec(
        a: T.handle,
        b: T.handle,
        c: T.handle,
        d: T.handle,
        e: T.handle,
        f: T.handle,
        g: T.handle,
        o: T.handle,
        l: T.handle,
        r0: T.int32,
        r1: T.float32,
        r2: T.float32,
        r3: T.float32,
    ):
        T.func_attr(SLIDING_DECODE_ATTRIBUTES)
        m = T.int32()
        O = T.match_buffer(o, (m, h_q, dd), "float32")
        with T.sblock("x"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", dd)
            bx = T.launch_thread("blockIdx.x", m)
            by = T.launch_thread("blockIdx.y", h_q)
            O[bx, by, tx] = T.reinterpret("float32", T.Cast("uint32", tx) | T.uint32(0x7FC00000))

    @T.prim_func(s_tir=True)
    def pre(
        a: T.handle,
        b: T.handle,
        c: T.handle,
        d: T.handle,
        e: T.handle,
        f: T.handle,
        g: T.handle,
        h: T.handle,
        o: T.handle,
        l: T.handle,
        r: T.int32,
        r0: T.int32,
        r1: T.float32,
        r2: T.float32,
        r3: T.float32,
    ):
        T.func_attr(SLIDING_PREFILL_ATTRIBUTES)
        m = T.int32()
        O = T.match_buffer(o, (m, h_q, dd), "float32")
        with T.sblock("x"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", dd)
            bx = T.launch_thread("blockIdx.x", m)
            by = T.launch_thread("blockIdx.y", h_q)
            O[bx, by, tx] = T.reinterpret("float32", T.Cast("uint32", tx) | T.uint32(0x7FC00000))

    @T.prim_func(s_tir=True)
    def tree(
        a: T.handle,
        b: T.handle,
        c: T.handle,
        d: T.handle,
        e: T.handle,
        f: T.handle,
        g: T.handle,
        h: T.handle,
        o: T.handle,
        l: T.handle,
        r0: T.int32,
        r1: T.float32,
        r2: T.float32,
        r3: T.float32,
    ):
        T.func_attr(TREE_ATTRIBUTES)
        m = T.int32()
        O = T.match_buffer(o, (m, h_q, dd), "float32")
        with T.sblock("x"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", dd)
            bx = T.launch_thread("blockIdx.x", m)
            by = T.launch_thread("blockIdx.y", h_q)
            O[bx, by, tx] = T.reinterpret("float32", T.Cast("uint32", tx) | T.uint32(0x7FC00000))

    @T.prim_func(s_tir=True)
    def ptree(
        a: T.handle,
        b: T.handle,
        c: T.handle,
        d: T.handle,
        e: T.handle,
        f: T.handle,
        g: T.handle,
        h: T.handle,
        o: T.handle,
        l: T.handle,
        r0: T.int32,
        r1: T.float32,
        r2: T.float32,
        r3: T.float32,
        t0: T.handle,
        t1: T.handle,
    ):
        T.func_attr(PAGED_TREE_ATTRIBUTES)
        m = T.int32()
        O = T.match_buffer(o, (m, h_q, dd), "float32")
        with T.sblock("x"):
            T.reads()
            T.writes()
            tx = T.launch_thread("threadIdx.x", dd)
            bx = T.launch_thread("blockIdx.x", m)
            by = T.launch_thread("blockIdx.y", h_q)
            O[bx, by, tx] = T.reinterpret("float32", T.Cast("uint32", tx) | T.uint32(0x7FC00000))

    return AttentionStubs(dec, pre, tree, ptree)
