"""Rewards of the self-test's chats, computed with PyTorch from the same GGUF file that the page reads.

    python tools/parity/reward-model.py public/models/SmolLM2-135M-Instruct.Q5_1.gguf [--mistakes]

Needs torch, transformers and gguf. Writes src/rewards/reward-model/self-test/reference.json. Shares no code with the page:
the text is rendered by the file's own chat template, with its system turn cut off, the head is made from the formula below.

`expected` is computed in 32 bits throughout. llama.cpp rounds the input of each product with quantised weights to 8 bits in blocks of
32, so the page can't give the same figures; `rounded` does the same here and shows how far such rounding moves a reward. The two
ways of rounding don't move it in the same direction: a difference in the last bit soon rounds other numbers up.

With --mistakes it also prints how far rewards move by errors that the self-test must notice.
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
# What the page may differ from `expected` by, in one chat and as the root of the mean square over all of them: see
# docs/decisions/2026-11-23-reward-model-in-the-page.md.
TOLERANCE = 0.5
MEAN_TOLERANCE = 0.2

# Stands where a mark that was said is read in two pieces.
BREAK = "\0"


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


def read_chat(tokenizer, chat: dict) -> torch.Tensor:
    """The tokens of a chat: its template's marks are tokens, and those that were said are read as their characters."""
    marks = [mark for mark in tokenizer.all_special_tokens if any(mark in said for said in chat.values())]
    said = {name: break_marks(text, marks) for name, text in chat.items()}
    pieces = render(tokenizer, said).split(BREAK)
    return torch.tensor([[token for piece in pieces for token in tokenizer(piece, add_special_tokens=False).input_ids]])


def break_marks(text: str, marks: list) -> str:
    for mark in marks:
        text = text.replace(mark, mark[0] + BREAK + mark[1:])
    return text


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


def states(model, tokens: torch.Tensor) -> numpy.ndarray:
    """A hidden state for each token."""
    with torch.no_grad():
        return model(input_ids=tokens).last_hidden_state[0].double().numpy()


def reward(state: numpy.ndarray) -> float:
    return float(made_up_head(len(state)) @ state + BIAS)


def print_mistakes(model, tokenizer, chats: list, right: list) -> None:
    """How far each mistake moves the 20 rewards."""
    system = tokenizer.apply_chat_template([{"role": "user", "content": ""}], tokenize=False).split("<|im_start|>user")[0]
    read = lambda text: tokenizer(text, add_special_tokens=False, return_tensors="pt").input_ids
    texts = [render(tokenizer, chat) for chat in chats]
    mistakes = {
        "without the last line break": [reward(states(model, read(text[:-1]))[-1]) for text in texts],
        "with a system turn": [reward(states(model, read(system + text))[-1]) for text in texts],
        "mean of all tokens": [reward(state.mean(axis=0)) for state in right],
        "the token before the last": [reward(state[-2]) for state in right],
        "normalised": [reward(state[-1] / numpy.linalg.norm(state[-1])) for state in right],
    }
    expected = numpy.array([reward(state[-1]) for state in right])
    for name, rewards in mistakes.items():
        off = numpy.abs(numpy.array(rewards) - expected)
        print(f"{name:30} root mean square {numpy.sqrt((off**2).mean()):.2f}, {(off > TOLERANCE).sum()} of 20 off")


def main(path: Path, mistakes: bool) -> None:
    place = {"pretrained_model_name_or_path": str(path.parent), "gguf_file": path.name}
    tokenizer = AutoTokenizer.from_pretrained(**place)
    model = AutoModel.from_pretrained(**place, dtype=torch.float32, attn_implementation="eager").eval()
    chats = json.loads((SELF_TEST / "chats.json").read_text(encoding="utf-8"))
    tokens = [read_chat(tokenizer, chat) for chat in chats]
    exact = [states(model, one) for one in tokens]
    if mistakes:
        print_mistakes(model, tokenizer, chats, exact)
    round_inputs(model)
    rounded = [states(model, one) for one in tokens]
    rows = [
        {
            "id": chat["id"],
            "tokens": len(right),
            "expected": round(reward(right[-1]), 6),
            "rounded": round(reward(near[-1]), 6),
            "norm": round(float(numpy.linalg.norm(right[-1])), 4),
        }
        for chat, right, near in zip(chats, exact, rounded, strict=True)
    ]
    reference = {
        "backbone": path.name,
        "backboneSha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "head": {"seed": SEED, "width": model.config.hidden_size, "bias": BIAS},
        "tolerance": TOLERANCE,
        "meanTolerance": MEAN_TOLERANCE,
        "rewards": rows,
    }
    (SELF_TEST / "reference.json").write_text(json.dumps(reference, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        print(f"{row['id']:14} {row['tokens']:4} {row['expected']:9.4f} {row['rounded']:9.4f} {row['norm']:8.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--mistakes" in sys.argv)
