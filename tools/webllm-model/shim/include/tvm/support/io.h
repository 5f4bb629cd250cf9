// Minimal byte-stream interface for the TVM wasm runtime; little-endian hosts only.
#pragma once
#include <cstddef>
#include <cstdint>
namespace tvm {
namespace support {
template <typename T>
struct Serializer;
class Stream {
 public:
  virtual ~Stream() = default;
  virtual size_t Read(void* ptr, size_t size) = 0;
  virtual size_t Write(const void* ptr, size_t size) = 0;
  template <typename T>
  void Write(const T& v) {
    Serializer<T>::Write(this, v);
  }
  template <typename T>
  bool Read(T* v) {
    return Serializer<T>::Read(this, v);
  }
  template <typename T>
  void WriteArray(const T* v, size_t n) {
    for (size_t i = 0; i < n; ++i) Serializer<T>::Write(this, v[i]);
  }
  template <typename T>
  bool ReadArray(T* v, size_t n) {
    for (size_t i = 0; i < n; ++i)
      if (!Serializer<T>::Read(this, v + i)) return false;
    return true;
  }
};
}  // namespace support
}  // namespace tvm
