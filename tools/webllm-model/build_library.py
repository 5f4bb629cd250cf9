"""build_library.py OUT.wasm CHROOT RUNTIME_FOLDER: compiles and links the model library.

Beside the library it writes OUT.wasm.meta.json, the metadata inside the library: the parameters that the weights must fill.
"""

import json
import sys

from webllm_library.compile_library import compile_library
from webllm_library.link_library import linker


def main(output, chroot, runtime_folder):
    executable, metadata = compile_library()
    executable.export_library(output, fcompile=linker(chroot, runtime_folder))
    with open(output + ".meta.json", "w") as file:
        json.dump(metadata, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
