"""llama.cpp's own HTTP server on the weights that are named: what the engine for servers is tested against.

Usage: python serve-llama-cpp.py WEIGHTS.gguf PORT; prints its address when it is ready, and ends with its standard input.
"""

import sys

import xllamacpp

weights, port = sys.argv[1:]
parameters = xllamacpp.CommonParams()
parameters.model.path = weights
parameters.model_alias = {"smollm2"}
parameters.hostnames = ["127.0.0.1"]
parameters.port = int(port)
# Two requests at once, each with the context that the page's own engines give the model.
parameters.n_parallel = 2
parameters.n_ctx = 2 * 2048
parameters.cpuparams.n_threads = 1
parameters.cpuparams_batch.n_threads = 1
parameters.warmup = False
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
sys.stdin.read()
