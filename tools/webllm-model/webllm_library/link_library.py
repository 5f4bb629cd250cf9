"""Links the compiled objects with TVM's web runtime, by the emcc inside a Debian chroot."""

import os
import shutil
import subprocess

RUNTIME_PARTS = ("wasm_runtime", "tvmjs_support", "webgpu_runtime", "no_rpc")
# WebLLM grows the memory as the cache needs; this is what it starts with.
FIRST_MEMORY = "160MB"


def linker(chroot, runtime_folder):
    """Returns a linking function for TVM's `export_library`.

    `runtime_folder` is the folder of the runtime's bitcode as seen from inside the chroot.
    """

    def link(output, objects, options=None, libs=None):
        folder = chroot + "/link"
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for path in objects:
            shutil.copy(path, folder)
        command = ["chroot", chroot, "env", "HOME=/root", "emcc", "-O3", "-std=c++17", "--no-entry"]
        # tvmjs supplies the undefined symbols when it instantiates the library.
        command += ["-sWASM_BIGINT=1", "-sERROR_ON_UNDEFINED_SYMBOLS=0", "-sSTANDALONE_WASM=1"]
        command += ["-sALLOW_MEMORY_GROWTH=1", f"-sTOTAL_MEMORY={FIRST_MEMORY}"]
        command += ["-o", "/link/out.wasm"]
        command += [f"{runtime_folder}/{part}.bc" for part in RUNTIME_PARTS]
        command += ["/link/" + os.path.basename(path) for path in objects]
        subprocess.run(command, check=True)
        shutil.copy(folder + "/out.wasm", output)

    link.object_format = "o"
    return link
