// In-memory streams for the TVM wasm runtime.
#pragma once
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>
#include <algorithm>
#include <cstring>
#include <string>
namespace tvm {
namespace support {
class BytesInStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  explicit BytesInStream(const ffi::Bytes& b) : p_(b.data()), n_(b.size()) {}
  explicit BytesInStream(const std::string& b) : p_(b.data()), n_(b.size()) {}
  size_t Read(void* ptr, size_t size) override {
    size = std::min(size, n_);
    std::memcpy(ptr, p_, size);
    p_ += size;
    n_ -= size;
    return size;
  }
  size_t Write(const void*, size_t) override { return 0; }

 private:
  const char* p_;
  size_t n_;
};
class BytesOutStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  explicit BytesOutStream(std::string* out) : o_(out) {}
  size_t Read(void*, size_t) override { return 0; }
  size_t Write(const void* ptr, size_t size) override {
    o_->append(static_cast<const char*>(ptr), size);
    return size;
  }

 private:
  std::string* o_;
};
}  // namespace support
}  // namespace tvm
