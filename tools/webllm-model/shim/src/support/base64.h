// Tensor-to-JSON is not used by WebLLM model libraries: stand-ins that move no bytes.
#pragma once
#include <tvm/support/io.h>
namespace tvm {
namespace support {
struct Base64OutStream : Stream {
  using Stream::Read;
  using Stream::Write;
  explicit Base64OutStream(Stream*) {}
  size_t Read(void*, size_t) override { return 0; }
  size_t Write(const void*, size_t n) override { return 0; }
  void Finish() {}
};
struct Base64InStream : Stream {
  using Stream::Read;
  using Stream::Write;
  explicit Base64InStream(Stream*) {}
  size_t Read(void*, size_t) override { return 0; }
  size_t Write(const void*, size_t) override { return 0; }
  void InitPosition() {}
};
}  // namespace support
}  // namespace tvm
