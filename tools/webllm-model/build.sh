#!/usr/bin/env bash
# build.sh WORK_FOLDER OUTPUT.wasm: builds the model library. Needs root, Python 3.11, debootstrap, PyPI and a Debian mirror.
# The work folder keeps the Python environment and the chroot, so that the next build takes a minute.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(realpath -m "$1")
output=$(realpath -m "$2")
chroot=$work/trixie
environment=$work/python
runtime=/smolrt # as seen from inside the chroot; error messages carry it, so another name gives other bytes

mkdir -p "$work" "$(dirname "$output")"
export PYTHONDONTWRITEBYTECODE=1

# The compiler: TVM from PyPI, and emcc from Debian 13, whose exact versions make the result reproducible.
if [ ! -d "$environment" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" -q install apache-tvm==0.27.0.post1 apache-tvm-ffi==0.1.15.post2 numpy
fi
if [ ! -x "$chroot/usr/bin/emcc" ]; then
  # By default the mirror that this machine already uses.
  mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    grep -oE 'https?://[^ ]+/debian/?' | grep -v snapshot | head -1)}
  debootstrap --variant=minbase --include=emscripten trixie "$chroot" "$mirror"
fi

# The web runtime's sources: from the two wheels, with shim/ for the headers that the wheels leave out, and
# without RPC, sorting on the CPU and test code, which a model library doesn't use.
packages=$("$environment/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
sources=$chroot$runtime
rm -rf "$sources"
mkdir -p "$sources/3rdparty/tvm-ffi" "$sources/web/dist/wasm"
cp -r "$packages"/tvm/{web,src,include} "$sources/"
cp -r "$packages"/tvm_ffi/{src,include,3rdparty} "$sources/3rdparty/tvm-ffi/"
cp -r "$here"/shim/. "$sources/"
left_out='contrib/sort/sort.cc|rpc/rpc_(channel|endpoint|event_impl|module).cc|ffi/testing/testing.cc'
sed -i -E "\\#$left_out#d" "$sources/web/emcc/wasm_runtime.cc"

includes="-I$runtime -I$runtime/include -I$runtime/3rdparty/tvm-ffi/include"
includes="$includes -I$runtime/3rdparty/tvm-ffi/3rdparty/dlpack/include"
for part in wasm_runtime tvmjs_support webgpu_runtime no_rpc; do
  echo "Compiling $part"
  chroot "$chroot" env HOME=/root sh -c "cd $runtime/web &&
    emcc $includes -O3 -std=c++17 -Wno-ignored-attributes -emit-llvm -c -o dist/wasm/$part.bc emcc/$part.cc"
done

echo "Compiling and linking the model"
"$environment/bin/python" "$here/build_library.py" "$output" "$chroot" "$runtime/web/dist/wasm"
sha256sum "$output"
