"""SmolLM2-135M's numbers, and what every kernel and module shares."""

import tvm

HIDDEN = 576
FEED_FORWARD = 1536
HEADS = 9
KEY_HEADS = 3  # keys and values; three query heads share one
HEAD_WIDTH = 64
LAYERS = 30
VOCABULARY = 49152
NORM_EPSILON = 1e-5
ROPE_THETA = 100000

# WebLLM reads both from the library's metadata; mlc-chat-config.json must agree.
CONTEXT_TOKENS = 2048
PREFILL_CHUNK_TOKENS = 256
# Most sequences in one step of a batch.
BATCH_SEQUENCES = 16

TARGET = tvm.target.Target(
    {
        "kind": "webgpu",
        "host": {"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm", "mcpu": "mvp"},
    }
)

# Buffers never overlap, and a kernel that binds its own threads must not be scheduled again.
KERNEL_ATTRIBUTES = {"tirx.noalias": True, "tirx.is_scheduled": True}


def kernel_attributes(global_symbol):
    """Attributes of a kernel that TVM's runtime looks up by name."""
    return dict(KERNEL_ATTRIBUTES, global_symbol=global_symbol)
