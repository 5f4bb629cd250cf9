// Minimal value serializers: plain values raw, containers as uint64 count + items.
#pragma once
#include <tvm/ffi/container/array.h>
#include <tvm/ffi/container/map.h>
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>
#ifndef TVM_FFI_IO_NO_ENDIAN_SWAP
#define TVM_FFI_IO_NO_ENDIAN_SWAP 1
#endif
namespace tvm {
namespace support {
template <typename T>
struct Serializer {
  static constexpr bool enabled = true;
  static_assert(std::is_trivially_copyable<T>::value, "no serializer for this type");
  static void Write(Stream* s, const T& v) { s->Write(static_cast<const void*>(&v), sizeof(T)); }
  static bool Read(Stream* s, T* v) { return s->Read(static_cast<void*>(v), sizeof(T)) == sizeof(T); }
};
inline void WriteCount(Stream* s, uint64_t n) {
  Serializer<uint64_t>::Write(s, n);
}
inline bool ReadCount(Stream* s, uint64_t* n) {
  return Serializer<uint64_t>::Read(s, n);
}
template <>
struct Serializer<std::string> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const std::string& v) {
    WriteCount(s, v.size());
    s->Write(static_cast<const void*>(v.data()), v.size());
  }
  static bool Read(Stream* s, std::string* v) {
    uint64_t n;
    if (!ReadCount(s, &n)) return false;
    v->resize(n);
    return n == 0 || s->Read(static_cast<void*>(&(*v)[0]), n) == n;
  }
};
template <>
struct Serializer<ffi::String> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const ffi::String& v) {
    Serializer<std::string>::Write(s, std::string(v.data(), v.size()));
  }
  static bool Read(Stream* s, ffi::String* v) {
    std::string t;
    if (!Serializer<std::string>::Read(s, &t)) return false;
    *v = ffi::String(t);
    return true;
  }
};
template <typename T>
struct Serializer<std::vector<T>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const std::vector<T>& v) {
    WriteCount(s, v.size());
    for (const T& x : v) Serializer<T>::Write(s, x);
  }
  static bool Read(Stream* s, std::vector<T>* v) {
    uint64_t n;
    if (!ReadCount(s, &n)) return false;
    v->clear();
    v->reserve(n);
    for (uint64_t i = 0; i < n; ++i) {
      T x{};
      if (!Serializer<T>::Read(s, &x)) return false;
      v->push_back(std::move(x));
    }
    return true;
  }
};
template <typename T>
struct Serializer<ffi::Array<T>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const ffi::Array<T>& v) {
    WriteCount(s, v.size());
    for (const T& x : v) Serializer<T>::Write(s, x);
  }
  static bool Read(Stream* s, ffi::Array<T>* v) {
    uint64_t n;
    if (!ReadCount(s, &n)) return false;
    ffi::Array<T> r;
    for (uint64_t i = 0; i < n; ++i) {
      T x{};
      if (!Serializer<T>::Read(s, &x)) return false;
      r.push_back(x);
    }
    *v = r;
    return true;
  }
};
template <typename K, typename V>
struct Serializer<std::unordered_map<K, V>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const std::unordered_map<K, V>& m) {
    WriteCount(s, m.size());
    for (auto& kv : m) {
      Serializer<K>::Write(s, kv.first);
      Serializer<V>::Write(s, kv.second);
    }
  }
  static bool Read(Stream* s, std::unordered_map<K, V>* m) {
    uint64_t n;
    if (!ReadCount(s, &n)) return false;
    m->clear();
    for (uint64_t i = 0; i < n; ++i) {
      K k{};
      V v{};
      if (!Serializer<K>::Read(s, &k) || !Serializer<V>::Read(s, &v)) return false;
      m->emplace(std::move(k), std::move(v));
    }
    return true;
  }
};
template <typename K, typename V>
struct Serializer<ffi::Map<K, V>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const ffi::Map<K, V>& m) {
    WriteCount(s, m.size());
    for (auto kv : m) {
      Serializer<K>::Write(s, kv.first);
      Serializer<V>::Write(s, kv.second);
    }
  }
  static bool Read(Stream* s, ffi::Map<K, V>* m) {
    uint64_t n;
    if (!ReadCount(s, &n)) return false;
    ffi::Map<K, V> r;
    for (uint64_t i = 0; i < n; ++i) {
      K k;
      V v(ffi::UnsafeInit{});
      if (!Serializer<K>::Read(s, &k) || !Serializer<V>::Read(s, &v)) return false;
      r.Set(k, v);
    }
    *m = r;
    return true;
  }
};
}  // namespace support
}  // namespace tvm
