// Profiler ranges that mark nothing: there is no CUDA in a browser.
#pragma once
#include <string>
namespace tvm {
namespace support {
struct NVTXScopedRange {
  template <typename T>
  explicit NVTXScopedRange(const T&) {}
};
}  // namespace support
}  // namespace tvm
