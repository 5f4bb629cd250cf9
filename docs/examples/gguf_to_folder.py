"""A Llama model in a GGUF file as the folder that vLLM serves, in bfloat16.

Usage: python gguf_to_folder.py WEIGHTS.gguf FOLDER
Needs: pip install torch transformers gguf accelerate; tried with transformers 5.19.
"""

import os
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig, LlamaForCausalLM

path, target = sys.argv[1:]
folder, name = os.path.split(os.path.abspath(path))
read = AutoModelForCausalLM.from_pretrained(
    folder, gguf_file=name, quantization_config=GgufConfig(dequantize=True), dtype=torch.float32
)
# What was read from a GGUF file refuses to be saved.
fresh = LlamaForCausalLM(read.config)
fresh.load_state_dict(read.state_dict())
fresh.to(torch.bfloat16).save_pretrained(target)
AutoTokenizer.from_pretrained(folder, gguf_file=name).save_pretrained(target)
