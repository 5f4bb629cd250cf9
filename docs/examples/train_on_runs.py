"""One step of each of TRL's trainers on what `npx prs-playground training-data` wrote: whether the files are what TRL reads.

Usage: python train_on_runs.py DATA MODEL
  DATA   the folder that the command wrote
  MODEL  a model's folder, such as gguf_to_folder.py makes of the embedded weights
Needs: pip install torch transformers trl datasets; tried with trl 1.16, transformers 5.24, datasets 5.2 and torch 2.13, on a CPU.

One step of two rows trains nothing. To train, leave out `max_steps`, and judge what comes of it by another scorer than the one that
chose the rows.
"""

import sys
import tempfile

from datasets import get_dataset_config_names, load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

data, model = sys.argv[1:]


def settings():
    return {
        "output_dir": tempfile.mkdtemp(),
        "max_steps": 1,
        "per_device_train_batch_size": 2,
        "max_length": 1024,
        "use_cpu": True,
        "bf16": False,
        "report_to": "none",
        "save_strategy": "no",
        "logging_steps": 1,
        "disable_tqdm": True,
    }


def step_on(kind):
    rows = load_dataset(data, kind, split="train")
    policy = AutoModelForCausalLM.from_pretrained(model, dtype="float32")
    tokenizer = AutoTokenizer.from_pretrained(model)
    if kind == "preferences":
        trainer = DPOTrainer(
            policy, args=DPOConfig(**settings()), train_dataset=rows, processing_class=tokenizer
        )
    else:
        trainer = SFTTrainer(
            policy, args=SFTConfig(**settings()), train_dataset=rows, processing_class=tokenizer
        )
    loss = trainer.train().training_loss
    print(f"{kind}: {len(rows)} rows, loss of one step {loss:.4f}", flush=True)


for kind in get_dataset_config_names(data):
    step_on(kind)
