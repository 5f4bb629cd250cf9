"""From the model to compiled code: WebGPU shaders, and the WebAssembly that launches them."""

import json

import tvm
import tvm.relax.frontend.nn.llm.kv_cache as tvm_kv_cache
from tvm import relax
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache
from tvm.s_tir import dlight

from .architecture import (
    BATCH_SEQUENCES,
    CONTEXT_TOKENS,
    HIDDEN,
    PREFILL_CHUNK_TOKENS,
    TARGET,
    VOCABULARY,
)
from .attention_kernels import (
    decode_kernel,
    merge_state_kernel,
    paged_prefill_kernel,
    ragged_prefill_kernel,
)
from .attention_stubs import attention_stubs
from .logit_kernels import bitmask_kernel, logit_bias_kernel, penalty_kernel
from .model import LanguageModel


def use_own_attention():
    """TVM's cache builds its kernels through these module-level functions and takes no others as arguments."""
    tvm_kv_cache._attention_prefill_ragged = ragged_prefill_kernel
    tvm_kv_cache._attention_prefill = paged_prefill_kernel
    tvm_kv_cache._attention_decode = decode_kernel
    tvm_kv_cache._merge_state_inplace = merge_state_kernel
    tvm_kv_cache.tree_attn = lambda h_kv, h_q, d, *_: attention_stubs(h_q, d).tree
    tvm_kv_cache.tree_attn_with_paged_kv_cache = lambda h_kv, h_q, d, *_: attention_stubs(
        h_q, d
    ).paged_tree


def function_specification():
    """Arguments of each function that WebLLM calls; those of the model proper get the weights as one packed argument."""
    packed = {"param_mode": "packed", "effect_mode": "none"}
    plain = {"param_mode": "none", "effect_mode": "none"}
    cache = nn.spec.Object(object_type=PagedKVCache)

    def floats(*shape):
        return nn.spec.Tensor(list(shape), "float32")

    def integers(*shape):
        return nn.spec.Tensor(list(shape), "int32")

    return {
        "embed": {"input_ids": integers("seq_len"), "$": packed},
        "prefill": {
            "input_embed": floats(1, "seq_len", HIDDEN),
            "paged_kv_cache": cache,
            "$": packed,
        },
        "decode": {"input_embed": floats(1, 1, HIDDEN), "paged_kv_cache": cache, "$": packed},
        # As MLC's own libraries have them; WebLLM doesn't call these, src/engines/webllm does.
        "batch_prefill": {
            "input_embeds": floats(1, "seq_len", HIDDEN),
            "logit_positions": integers("batch_size"),
            "paged_kv_cache": cache,
            "$": packed,
        },
        "batch_decode": {
            "input_embeds": floats("batch_size", 1, HIDDEN),
            "paged_kv_cache": cache,
            "$": packed,
        },
        "batch_verify": {
            "input_embeds": floats(1, "seq_len", HIDDEN),
            "paged_kv_cache": cache,
            "$": packed,
        },
        "softmax_with_temperature": {
            "logits": floats(1, 1, VOCABULARY),
            "temperature": floats(1),
            "$": plain,
        },
        "argsort_probs": {"probs": floats(1, VOCABULARY), "$": plain},
        "sample_with_top_p": {
            "sorted_probs": floats(1, VOCABULARY),
            "sorted_indices": integers(1, VOCABULARY),
            "uniform_samples": floats(1),
            "sample_indices": integers(1),
            "top_p": floats(1),
            "$": plain,
        },
        "create_tir_paged_kv_cache": {
            "max_batch_size": int,
            "max_total_seq_len": int,
            "prefill_chunk_size": int,
            "page_size": int,
            "support_sliding_window": int,
            "$": plain,
        },
    }


def library_metadata(parameters):
    """What WebLLM asks the library about itself."""
    return {
        "model_type": "llama",
        "quantization": "q4_1",
        "context_window_size": CONTEXT_TOKENS,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "prefill_chunk_size": PREFILL_CHUNK_TOKENS,
        "tensor_parallel_shards": 1,
        "pipeline_parallel_stages": 1,
        "disaggregation": False,
        "kv_state_kind": "kv_cache",
        "max_batch_size": BATCH_SEQUENCES,
        # Our own: `decode` sums in the same order as `batch_decode`, so a batch of one may be decoded by it.
        "decode_equals_batch": True,
        "active_vocab_size": VOCABULARY,
        "model_task": "chat",
        "params": [
            {
                "name": name,
                "shape": list(map(int, parameter.shape)),
                "dtype": str(parameter.dtype),
                "preprocs": [],
                "pipeline_stages": [0],
            }
            for name, parameter in parameters
        ],
    }


@tvm.transform.module_pass(opt_level=0)
def bound_lengths(module, _):
    """Tells the memory planner the longest inputs, so that buffers are allocated once."""
    bounds = {
        "seq_len": PREFILL_CHUNK_TOKENS,
        "total_seq_len": CONTEXT_TOKENS,
        "batch_size": BATCH_SEQUENCES,
    }
    for name, function in module.functions_items():
        if isinstance(function, relax.Function):
            module[name] = function.with_attr("tir_var_upper_bound", bounds).with_attr(
                "relax.memory_plan_dynamic_func_output", True
            )
    return module


def add_metadata(metadata):
    @tvm.transform.module_pass(opt_level=0)
    def add(module, _):
        builder = relax.BlockBuilder(module)
        with builder.function("_metadata", params=[]):
            builder.emit_func_output(tvm.ir.StringImm(json.dumps(metadata)))
        return builder.finalize()

    return add


def pipeline(metadata):
    gpu = dlight.gpu
    return tvm.transform.Sequential(
        [
            bound_lengths,
            tvm.tirx.transform.BindTarget(TARGET),
            relax.transform.LegalizeOps(),
            relax.transform.AnnotateTIROpPattern(),
            relax.transform.FoldConstant(),
            relax.transform.FuseOps(),
            relax.transform.FuseTIR(),
            relax.transform.DeadCodeElimination(),
            # For the few functions that have no kernel of their own above.
            dlight.ApplyDefaultSchedule(
                gpu.Matmul(), gpu.GEMV(), gpu.Reduction(), gpu.GeneralReduction(), gpu.Fallback()
            ),
            # WGSL has no 64-bit integers.
            tvm.tirx.transform.ForceNarrowIndexToInt32(),
            relax.transform.RewriteDataflowReshape(),
            relax.transform.ToNonDataflow(),
            relax.transform.RemovePurityChecking(),
            relax.transform.CallTIRRewrite(),
            relax.transform.StaticPlanBlockMemory(),
            add_metadata(metadata),
            relax.transform.LowerAllocTensor(),
            relax.transform.KillAfterLastUse(),
            relax.transform.LowerRuntimeBuiltin(),
            relax.transform.VMShapeLower(),
            relax.transform.AttachGlobalSymbol(),
        ]
    )


def compile_library():
    """Returns TVM's executable, ready to be linked, and the library's metadata."""
    use_own_attention()
    with TARGET:
        module, parameters = LanguageModel().export_tvm(spec=function_specification())
        for kernel in (logit_bias_kernel(), penalty_kernel(), bitmask_kernel()):
            module[kernel.attrs["global_symbol"]] = kernel
        metadata = library_metadata(parameters)
        with tvm.transform.PassContext(config={"tirx.disable_cse_tir": True}):
            executable = relax.build(
                module, target=TARGET, relax_pipeline=pipeline(metadata), system_lib=True
            )
    return executable, metadata
