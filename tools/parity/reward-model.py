"""Rewards of the self-test's chats, computed with PyTorch from the same GGUF file that the page reads.

    python tools/parity/reward-model.py public/models/SmolLM2-135M-Instruct.Q5_1.gguf

Needs torch, transformers and gguf. Writes src/rewards/reward-model/self-test/reference.json. Shares no code with the page:
the text is rendered by the file's own chat template, with its system turn cut off, the head is made from the formula below.

Two figures for each chat. `float32`: everything in 32 bits, the mathematically right one. `expected`: as llama.cpp computes, which
rounds the input of each matrix product to 8 bits in blocks of 32, since the weights are quantised; the page is held to this one.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy
import torch
from transformers import AutoModel, AutoTokenizer

SELF_TEST = Path(__file__).resolve().parents[2] / "src/rewards/reward-model/self-test"

SEED = 20261123
BIAS = 0.5
# What the page may differ from `expected` by: see docs/decisions/2026-11-23-reward-model-in-the-page.md.
TOLERANCE = 0.25


def made_up_head(width: int) -> numpy.ndarray:
    """Weights in [-0.1, 0.1): a linear congruential generator (Numerical Recipes' constants), one draw for each weight."""
    state, weights = SEED, []
    for _ in range(width):
        state = (1664525 * state + 1013904223) % 2**32
        weights.append(0.2 * (state / 2**32 - 0.5))
    return numpy.array(weights, dtype=numpy.float64)


def render(tokenizer, chat: dict) -> str:
    """The model's own template, without the system turn that it puts first."""
    question = chat["prompt"] if chat["preference"] == "" else f"{chat['prompt']}\n\n{chat['preference']}"
    messages = [{"role": "user", "content": question}, {"role": "assistant", "content": chat["response"]}]
    text = tokenizer.apply_chat_template(messages, tokenize=False)
    return text[text.index("<|im_start|>user\n") :]


def round_to_blocks(values: torch.Tensor) -> torch.Tensor:
    """Rounds to 8 bits in blocks of 32, each with a scale of its own in 16 bits."""
    blocks = values.reshape(*values.shape[:-1], -1, 32)
    scale = blocks.abs().amax(dim=-1, keepdim=True) / 127
    steps = torch.round(blocks / torch.where(scale == 0, 1, scale))
    return (steps * scale.half().float()).reshape(values.shape)


def round_inputs(module: torch.nn.Module) -> list:
    def hook(_, inputs):
        return (round_to_blocks(inputs[0]), *inputs[1:])

    return [part.register_forward_pre_hook(hook) for part in module.modules() if isinstance(part, torch.nn.Linear)]


def reward(model, tokens: torch.Tensor, head: numpy.ndarray) -> tuple[float, float]:
    with torch.no_grad():
        state = model(input_ids=tokens).last_hidden_state[0, -1].double().numpy()
    return float(head @ state + BIAS), float(numpy.linalg.norm(state))


def main(path: Path) -> None:
    place = {"pretrained_model_name_or_path": str(path.parent), "gguf_file": path.name}
    tokenizer = AutoTokenizer.from_pretrained(**place)
    model = AutoModel.from_pretrained(**place, dtype=torch.float32, attn_implementation="eager").eval()
    head = made_up_head(model.config.hidden_size)
    chats = json.loads((SELF_TEST / "chats.json").read_text(encoding="utf-8"))
    texts = [render(tokenizer, chat) for chat in chats]
    tokens = [tokenizer(text, add_special_tokens=False, return_tensors="pt").input_ids for text in texts]
    exact = [reward(model, one, head) for one in tokens]
    round_inputs(model)
    rounded = [reward(model, one, head) for one in tokens]
    rows = [
        {
            "id": chat["id"],
            "tokens": one.shape[1],
            "expected": round(near, 6),
            "float32": round(right, 6),
            "norm": round(norm, 4),
        }
        for chat, one, (right, norm), (near, _) in zip(chats, tokens, exact, rounded, strict=True)
    ]
    reference = {
        "backbone": path.name,
        "backboneSha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "head": {"seed": SEED, "width": len(head), "bias": BIAS},
        "tolerance": TOLERANCE,
        "rewards": rows,
    }
    (SELF_TEST / "reference.json").write_text(json.dumps(reference, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        print(f"{row['id']:14} {row['tokens']:4} {row['expected']:9.4f} {row['float32']:9.4f} {row['norm']:8.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
