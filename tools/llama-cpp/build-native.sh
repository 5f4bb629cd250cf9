#!/usr/bin/env bash
# Compiles binding.cpp for this machine's processor, for `npm run study:prompts -- --native FOLDER`: x64 Linux with g++ and git. The
# library that it is linked to, and the headers of the same commit, come with node-llama-cpp from the npm registry.
#
#   tools/llama-cpp/build-native.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
version=3.22.1
[ -e package.json ] || echo '{ "private": true }' >package.json
npm install --omit=optional --ignore-scripts --no-audit --no-fund \
  "node-llama-cpp@$version" "@node-llama-cpp/linux-x64@$version" koffi@3.3.4 @koromix/koffi-linux-x64@3.3.4

[ -e source ] || git clone --quiet --no-checkout node_modules/node-llama-cpp/llama/gitRelease.bundle source
commit=$(git -C source rev-list --all --max-count=1)
git -C source checkout --quiet "$commit" -- include ggml/include

# What emscripten says in binding.cpp, and g++ doesn't know.
mkdir -p shim/emscripten
echo '#define EMSCRIPTEN_KEEPALIVE __attribute__((visibility("default")))' >shim/emscripten/emscripten.h
sed 's/__builtin_elementwise_nearbyint(\(.*\));/nearby(\1);/
  s/^four exp_of/four nearby(four x) { for (int at = 0; at < 4; at++) x[at] = std::nearbyint(x[at]); return x; }\n\nfour exp_of/' \
  "$here/binding.cpp" >binding.cpp
# One thread: the pool's functions are in the processor's own library, which is loaded by name.
cat >native.cpp <<'END'
#include "ggml-backend.h"
#include "ggml-cpu.h"
extern "C" {
__attribute__((visibility("default"))) void prs_load_backends(const char * folder) { ggml_backend_load_all_from_path(folder); }
ggml_threadpool_params ggml_threadpool_params_default(int) { return {}; }
ggml_threadpool * ggml_threadpool_new(ggml_threadpool_params *) { return nullptr; }
}
END
libraries=$PWD/node_modules/@node-llama-cpp/linux-x64/bins/linux-x64
g++ -O3 -march=native -std=c++17 -fPIC -shared -Ishim -Isource/include -Isource/ggml/include binding.cpp native.cpp \
  -o llama-binding.so "$libraries"/libllama.*.so "$libraries"/libggml.*.so "$libraries"/libggml-base.so -Wl,-rpath,"$libraries"
