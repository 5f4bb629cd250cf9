// Matrix products in WebAssembly SIMD, in place of llama.cpp's ggml-cpu/llamafile/sgemm.cpp, whose kernels are for other
// processors. Rows of weights and columns of activations are taken in tiles, so that what is loaded and widened serves
// several products; ggml's own loop takes them one by one.
//
// Every number of the result is the same sum in the same order, whatever the tile: so a token's numbers don't depend on
// what is read beside it. Other types than those at the end of this file are left to ggml.

#include <wasm_simd128.h>

#include <algorithm>
#include <cstdint>

#include "sgemm.h"

#define GGML_COMMON_DECL_CPP
#include "ggml-common.h"
#include "ggml-cpu-impl.h"
#include "ggml.h"

namespace {

/** The value of an IEEE half that is finite: its exponent is moved to a float's place, 112 too low. */
inline v128_t widen_halves(const uint16_t * four) {
    const v128_t bits = wasm_i32x4_shl(wasm_i32x4_load16x4(four), 13);
    const v128_t kept = wasm_v128_and(bits, wasm_i32x4_splat((int32_t) 0x8fffffff));
    return wasm_f32x4_mul(kept, wasm_f32x4_splat(0x1p112f));
}

inline float widen_half(uint16_t half) {
    const uint32_t bits = (uint32_t) ((int32_t) (int16_t) half << 13) & 0x8fffffffu;
    float low;
    __builtin_memcpy(&low, &bits, sizeof low);
    return low * 0x1p112f;
}

inline float sum_of(v128_t four) {
    return (wasm_f32x4_extract_lane(four, 0) + wasm_f32x4_extract_lane(four, 1)) +
           (wasm_f32x4_extract_lane(four, 2) + wasm_f32x4_extract_lane(four, 3));
}

/** A tile of halves: ROWS × COLUMNS sums over `length` terms, a multiple of 4. */
template <int ROWS, int COLUMNS>
void multiply_halves(int64_t length, const void * a, int64_t lda, const void * b, int64_t ldb, float * c, int64_t ldc) {
    const auto * rows = (const uint16_t *) a;
    const auto * columns = (const uint16_t *) b;
    v128_t sums[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) sums[i][j] = wasm_f32x4_splat(0);
    for (int64_t at = 0; at < length; at += 4) {
        v128_t column[COLUMNS];
        for (int j = 0; j < COLUMNS; j++) column[j] = widen_halves(columns + j * ldb + at);
        for (int i = 0; i < ROWS; i++) {
            const v128_t row = widen_halves(rows + i * lda + at);
            for (int j = 0; j < COLUMNS; j++)
                sums[i][j] = wasm_f32x4_add(sums[i][j], wasm_f32x4_mul(row, column[j]));
        }
    }
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) c[j * ldc + i] = sum_of(sums[i][j]);
}

/** A tile of Q8_0 blocks: 32 signed bytes and their scale. */
template <int ROWS, int COLUMNS>
void multiply_q8(int64_t blocks, const void * a, int64_t lda, const void * b, int64_t ldb, float * c, int64_t ldc) {
    const auto * rows = (const block_q8_0 *) a;
    const auto * columns = (const block_q8_0 *) b;
    v128_t sums[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) sums[i][j] = wasm_f32x4_splat(0);
    for (int64_t at = 0; at < blocks; at++) {
        float scales[COLUMNS];
        for (int j = 0; j < COLUMNS; j++) scales[j] = widen_half(columns[j * ldb + at].d);
        for (int i = 0; i < ROWS; i++) {
            const block_q8_0 & row = rows[i * lda + at];
            const float scale = widen_half(row.d);
            v128_t weights[4];
            for (int part = 0; part < 4; part++) weights[part] = wasm_i16x8_load8x8(row.qs + 8 * part);
            for (int j = 0; j < COLUMNS; j++) {
                const int8_t * column = columns[j * ldb + at].qs;
                v128_t dots[4];
                for (int part = 0; part < 4; part++)
                    dots[part] = wasm_i32x4_dot_i16x8(weights[part], wasm_i16x8_load8x8(column + 8 * part));
                const v128_t dot = wasm_i32x4_add(wasm_i32x4_add(dots[0], dots[1]), wasm_i32x4_add(dots[2], dots[3]));
                const v128_t scaled = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(dot), wasm_f32x4_splat(scale * scales[j]));
                sums[i][j] = wasm_f32x4_add(sums[i][j], scaled);
            }
        }
    }
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) c[j * ldc + i] = sum_of(sums[i][j]);
}

using tile = void (*)(int64_t, const void *, int64_t, const void *, int64_t, float *, int64_t);

/** The tiles of one type, by columns; rows come `height` at a time, and what is left over one by one. */
struct kernel {
    int height;
    tile tall[4];
    tile flat[4];
    int64_t bytes;
};

const kernel q8_kernel = {4,
    {multiply_q8<4, 1>, multiply_q8<4, 2>, multiply_q8<4, 3>, multiply_q8<4, 4>},
    {multiply_q8<1, 1>, multiply_q8<1, 2>, multiply_q8<1, 3>, multiply_q8<1, 4>},
    sizeof(block_q8_0)};

const kernel halves_kernel = {4,
    {multiply_halves<4, 1>, multiply_halves<4, 2>, multiply_halves<4, 3>, multiply_halves<4, 4>},
    {multiply_halves<1, 1>, multiply_halves<1, 2>, multiply_halves<1, 3>, multiply_halves<1, 4>},
    sizeof(uint16_t)};

/**
 * Both sides are of the type that ggml brings activations to. It also asks with floats, but only where they happen to lie
 * without gaps: a product that is computed in two ways would make a text's numbers depend on what is read beside it.
 */
const kernel * kernel_of(int a, int b, int64_t length) {
    if (a == GGML_TYPE_Q8_0 && b == GGML_TYPE_Q8_0) return &q8_kernel;
    if (a == GGML_TYPE_F16 && b == GGML_TYPE_F16 && length % 4 == 0) return &halves_kernel;
    return nullptr;
}

/** The product of some rows with all columns. One column alone is taken row by row: its time is that of reading the weights in order. */
void multiply(const kernel & kernel, int64_t from, int64_t to, int64_t n, int64_t k,
              const char * a, int64_t lda, const char * b, int64_t ldb, float * c, int64_t ldc) {
    for (int64_t i = from; i < to;) {
        const bool tall = n > 1 && i + kernel.height <= to;
        const auto * tiles = tall ? kernel.tall : kernel.flat;
        for (int64_t j = 0; j < n;) {
            const int64_t columns = std::min<int64_t>(4, n - j);
            tiles[columns - 1](k, a + i * lda * kernel.bytes, lda, b + j * ldb * kernel.bytes, ldb, c + j * ldc + i, ldc);
            j += columns;
        }
        i += tall ? kernel.height : 1;
    }
}

/** Below this many multiplications a product is shared out in equal parts: the threads don't wait for each other over it. */
const int64_t SMALL = 1 << 16;
const int64_t ROWS_AT_ONCE = 32;

}  // namespace

/**
 * C = A·B for this thread's share: C is m × n, by columns; A has m rows and B has n columns of k blocks.
 *
 * @returns whether these types are multiplied here; where not, nothing was done
 */
bool llamafile_sgemm(const ggml_compute_params * params, int64_t m, int64_t n, int64_t k,
                     const void * a, int64_t lda, const void * b, int64_t ldb, void * c, int64_t ldc,
                     int type_a, int type_b, int type_c) {
    const kernel * found = type_c == GGML_TYPE_F32 ? kernel_of(type_a, type_b, k) : nullptr;
    if (found == nullptr) return false;
    const auto share = [&](int64_t from, int64_t to) {
        multiply(*found, from, to, n, k, (const char *) a, lda, (const char *) b, ldb, (float *) c, ldc);
    };
    if (params->nth == 1) {
        share(0, m);
        return true;
    }
    // Products of halves come one a head and share one counter of rows: they are shared out without it.
    if (found == &halves_kernel || m * n * k < SMALL) {
        const int64_t part = (m + 4 * params->nth - 1) / (4 * params->nth) * 4;
        share(std::min(m, part * params->ith), params->ith == params->nth - 1 ? m : std::min(m, part * (params->ith + 1)));
        return true;
    }
    // A thread that is held up by others on its core takes fewer rows. The counter is set while no thread takes from it:
    // ggml asks once for each matrix of a stack, and waits only after the last.
    ggml_barrier(params->threadpool);
    if (params->ith == 0) ggml_threadpool_chunk_set(params->threadpool, params->nth);
    ggml_barrier(params->threadpool);
    const int64_t chunks = (m + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    for (int64_t chunk = params->ith; chunk < chunks; chunk = ggml_threadpool_chunk_add(params->threadpool, 1)) {
        share(chunk * ROWS_AT_ONCE, std::min(m, (chunk + 1) * ROWS_AT_ONCE));
    }
    return true;
}
