"""Log-probabilities of given texts, computed with PyTorch from the same GGUF file that the page reads.

    python tools/parity/score-texts.py public/models/SmolLM2-135M-Instruct.Q5_1.gguf

Needs torch, transformers and gguf. Reads e2e/engines/parity/texts.json, writes forced-decoding.json beside it. Shares no code with
the page: the chat is rendered by the file's own template, chat and text are split into tokens apart, and the model reads
them in one pass, in 32 bits.

llama.cpp rounds the input of each product with quantised weights to 8 bits in blocks of 32, so the page can't give the same
figures there. `rounded` does the same here: it shows how far such rounding moves a token, which the tolerance follows.
"""

import hashlib
import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

PARITY = Path(__file__).resolve().parents[2] / "e2e/engines/parity"

# See docs/decisions/2026-11-23-engine-forced-decoding.md.
TOLERANCES = {
    "llama-cpp": {"token": 1.3, "mean": 0.1},
    "webllm": {"token": 0.01, "mean": 0.002},
}


def render(tokenizer, messages: list) -> str:
    """The chat up to where the assistant's turn begins; without messages that beginning alone."""
    if messages:
        return tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    anything = [{"role": "user", "content": "x"}]
    whole = tokenizer.apply_chat_template(anything, tokenize=False, add_generation_prompt=True)
    return whole[len(tokenizer.apply_chat_template(anything, tokenize=False)) :]


def round_to_blocks(values: torch.Tensor) -> torch.Tensor:
    """Rounds to 8 bits in blocks of 32, each with a scale of its own in 16 bits."""
    blocks = values.reshape(*values.shape[:-1], -1, 32)
    scale = blocks.abs().amax(dim=-1, keepdim=True) / 127
    steps = torch.round(blocks / torch.where(scale == 0, 1, scale))
    return (steps * scale.half().float()).reshape(values.shape)


def round_inputs(model: torch.nn.Module) -> None:
    for part in model.modules():
        if isinstance(part, torch.nn.Linear):
            part.register_forward_pre_hook(lambda _, inputs: (round_to_blocks(inputs[0]), *inputs[1:]))


def score(model, prompt: list, text: list) -> list:
    """log p(token | all before it) for each token of the text."""
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([prompt + text])).logits[0]
    before = logits[len(prompt) - 1 : -1].double().log_softmax(dim=-1)
    return [float(before[place, token]) for place, token in enumerate(text)]


def pieces(tokenizer, text: list) -> list:
    """The text of each token; a character of several tokens stands with the last of them."""
    told, parts = "", []
    for place in range(len(text)):
        so_far = tokenizer.decode(text[: place + 1], clean_up_tokenization_spaces=False)
        whole = not so_far.endswith("\ufffd")
        parts.append(so_far[len(told) :] if whole else "")
        told = so_far if whole else told
    return parts


def main(path: Path) -> None:
    place = {"pretrained_model_name_or_path": str(path.parent), "gguf_file": path.name}
    tokenizer = AutoTokenizer.from_pretrained(**place)
    model = AutoModelForCausalLM.from_pretrained(**place, dtype=torch.float32, attn_implementation="eager").eval()
    rows = json.loads((PARITY / "texts.json").read_text(encoding="utf-8"))
    split = lambda text: tokenizer(text, add_special_tokens=False).input_ids
    jobs = [(split(render(tokenizer, row["messages"])), split(row["text"])) for row in rows]
    exact = [score(model, *job) for job in jobs]
    round_inputs(model)
    rounded = [score(model, *job) for job in jobs]
    scored = [
        {
            "id": row["id"],
            "promptTokens": len(prompt),
            "tokens": pieces(tokenizer, text),
            "expected": [round(figure, 6) for figure in right],
            "rounded": [round(figure, 6) for figure in near],
        }
        for row, (prompt, text), right, near in zip(rows, jobs, exact, rounded, strict=True)
    ]
    reference = {
        "model": path.name,
        "modelSha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "tolerances": TOLERANCES,
        "texts": scored,
    }
    (PARITY / "forced-decoding.json").write_text(
        json.dumps(reference, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    for row in scored:
        off = [abs(a - b) for a, b in zip(row["expected"], row["rounded"], strict=True)]
        print(f"{row['id']:28} {len(off):3} tokens {sum(row['expected']):9.3f} rounding: {max(off):.3f} {sum(off) / len(off):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
