"""The WebLLM model library of SmolLM2-135M-Instruct: model and WebGPU kernels, written in TVM's TIR."""
