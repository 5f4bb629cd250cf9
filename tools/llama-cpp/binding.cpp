// What the page needs of llama.cpp, and no more: load a model, split texts into tokens, read tokens into sequences of one
// cache, draw from what comes next, and tell log-probabilities. Which sequence reads what, and when, is decided in
// src/engines/llama-cpp. But for the load every call returns at once or after one batch, so the worker hears its page in between.
//
// An `int` that is returned is 0 or more, or -1 for a failure that `prs_failure` puts into words.

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "ggml-cpu.h"
#include "llama.h"

#define EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace {

llama_model * model = nullptr;
llama_context * context = nullptr;
const llama_vocab * vocabulary = nullptr;
ggml_threadpool * threads = nullptr;
int most_threads = 1;

std::string failure;
std::string text;
std::vector<llama_token> tokens;

/** What llama.cpp complained about since the last call that can fail began: a failed load says why only here. */
std::string complaints;

void hear(ggml_log_level level, const char * words, void *) {
    if (level == GGML_LOG_LEVEL_ERROR && complaints.size() < 2000) complaints += words;
}

int fail(const std::string & words) {
    failure = complaints.empty() ? words : words + ": " + complaints;
    complaints.clear();
    return -1;
}

/** Does what may find no memory. */
template <typename Work> int guarded(Work work) {
    try {
        return work();
    } catch (const std::exception & error) {
        return fail(error.what());
    }
}

/** A whole number that the file tells about its architecture; -1 where it tells none. */
int told(const char * name) {
    char architecture[64];
    char number[32];
    if (llama_model_meta_val_str(model, "general.architecture", architecture, sizeof architecture) < 0) return -1;
    const auto key = std::string(architecture) + "." + name;
    return llama_model_meta_val_str(model, key.c_str(), number, sizeof number) < 0 ? -1 : std::atoi(number);
}

void free_context() {
    if (context != nullptr) llama_free(context);
    context = nullptr;
}

typedef float four __attribute__((vector_size(16)));
typedef int32_t four_whole __attribute__((vector_size(16)));

/** e to the power of four numbers of at most 0, within 2e-7 of it; 0 below e^-87. After Cody and Waite: 2^whole times a polynomial. */
four exp_of(four power) {
    const four whole = __builtin_elementwise_nearbyint(power * 1.44269504f);
    const four rest = power - whole * 0.693359375f + whole * 2.12194440e-4f;
    four sum = rest * 1.9875691500e-4f + 1.3981999507e-3f;
    sum = sum * rest + 8.3334519073e-3f;
    sum = sum * rest + 4.1665795894e-2f;
    sum = sum * rest + 1.6666665459e-1f;
    sum = sum * rest + 5.0000001201e-1f;
    sum = sum * rest * rest + rest + 1.0f;
    const four_whole exponent = (__builtin_convertvector(whole, four_whole) + 127) << 23;
    const four_whole kept = power > -87.0f;
    return (four) ((four_whole) (sum * (four) exponent) & kept);
}

/** Natural logarithm of the sum of the exponentials of all logits of a row. */
double log_of_sum(const float * logits, int count, float most) {
    double sum = 0;
    int at = 0;
    while (at + 4 <= count) {
        // A vocabulary is 10^5 terms long: short stretches are summed as floats, and they as doubles.
        const int end = std::min(at + 256, count - count % 4);
        four stretch = {0, 0, 0, 0};
        for (; at < end; at += 4) {
            four here;
            std::memcpy(&here, logits + at, sizeof here);
            stretch += exp_of(here - most);
        }
        sum += (double) stretch[0] + stretch[1] + stretch[2] + stretch[3];
    }
    for (; at < count; at++) sum += std::exp(logits[at] - most);
    return most + std::log(sum);
}

/** What draws the tokens of one answer. */
struct drawer {
    llama_sampler * chain;
    float presence;
    std::vector<llama_token> written;
};

}  // namespace

/** What went wrong in the last call that returned -1. */
EXPORT const char * prs_failure() { return failure.c_str(); }

/**
 * Loads a GGUF, of one part or several.
 *
 * @param paths one a line, in order
 * @param thread_count threads that there will be at most
 */
EXPORT int prs_load_model(const char * paths, int thread_count) {
    complaints.clear();
    llama_log_set(hear, nullptr);
    llama_backend_init();
    most_threads = std::max(1, thread_count);
    std::vector<std::string> parts;
    for (const char * from = paths; *from != 0;) {
        const char * end = std::strchr(from, '\n');
        parts.emplace_back(from, end == nullptr ? std::strlen(from) : end - from);
        from = end == nullptr ? from + std::strlen(from) : end + 1;
    }
    std::vector<const char *> names;
    for (const auto & part : parts) names.push_back(part.c_str());
    auto how = llama_model_default_params();
    how.load_mode = LLAMA_LOAD_MODE_NONE;
    how.n_gpu_layers = 0;
    try {
        model = names.size() == 1 ? llama_model_load_from_file(names[0], how)
                                  : llama_model_load_from_splits(names.data(), names.size(), how);
    } catch (const std::exception & error) {
        return fail(error.what());
    }
    if (model == nullptr) return fail("the model did not load");
    if (llama_model_has_encoder(model)) return fail("models with an encoder are not supported");
    vocabulary = llama_model_get_vocab(model);
    if (most_threads > 1) {
        auto pool = ggml_threadpool_params_default(most_threads);
        // Between two batches threads sleep, instead of watching for the next.
        pool.poll = 0;
        threads = ggml_threadpool_new(&pool);
    }
    return 0;
}

/**
 * Makes the cache anew, empty: `sequences` of them, each of `length` tokens of its own.
 *
 * @param batch tokens that are read at once, at most
 * @param hidden_states nonzero: give hidden states instead of logits
 */
EXPORT int prs_make_context(int sequences, int length, int batch, int hidden_states) {
    complaints.clear();
    free_context();
    auto how = llama_context_default_params();
    how.n_ctx = sequences * length;
    how.n_seq_max = sequences;
    how.n_batch = batch;
    how.n_ubatch = batch;
    how.n_threads = how.n_threads_batch = most_threads;
    // Each sequence has cells of its own, and no sum depends on how a prompt was cut up: so a text's numbers are the same,
    // to the last bit, alone and beside others.
    how.kv_unified = false;
    how.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_DISABLED;
    how.swa_full = true;
    how.embeddings = hidden_states != 0;
    how.pooling_type = LLAMA_POOLING_TYPE_NONE;
    how.no_perf = true;
    try {
        context = llama_init_from_model(model, how);
    } catch (const std::exception & error) {
        return fail(error.what());
    }
    if (context == nullptr) return fail("failed to allocate the cache");
    if (threads != nullptr) llama_attach_threadpool(context, threads, threads);
    return llama_n_ctx_seq(context);
}

EXPORT void prs_set_threads(int count) {
    const int used = std::min(std::max(1, count), most_threads);
    if (context != nullptr) llama_set_n_threads(context, used, used);
}

/** A number about the model: 0 trained context, 1 vocabulary, 2 width, 3 layers, 4 heads, 5 heads of keys and values, 6 and 7 whether a first and a last token are added, 8 and 9 numbers of one head's key and value (-1 where the file doesn't say). */
EXPORT int prs_model_number(int which) {
    switch (which) {
        case 0: return llama_model_n_ctx_train(model);
        case 1: return llama_vocab_n_tokens(vocabulary);
        case 2: return llama_model_n_embd(model);
        case 3: return llama_model_n_layer(model);
        case 4: return llama_model_n_head(model);
        case 5: return llama_model_n_head_kv(model);
        case 6: return llama_vocab_get_add_bos(vocabulary) ? 1 : 0;
        case 7: return llama_vocab_get_add_eos(vocabulary) ? 1 : 0;
        case 8: return told("attention.key_length");
        case 9: return told("attention.value_length");
        default: return fail("there is no such number");
    }
}

/** Words about the model: 0 its chat template, 1 its first token, 2 the token that ends a text; empty where there is none. */
EXPORT const char * prs_model_text(int which) {
    const char * told = nullptr;
    if (which == 0) told = llama_model_chat_template(model, nullptr);
    if (which == 1 && llama_vocab_bos(vocabulary) >= 0) told = llama_vocab_get_text(vocabulary, llama_vocab_bos(vocabulary));
    if (which == 2 && llama_vocab_eos(vocabulary) >= 0) told = llama_vocab_get_text(vocabulary, llama_vocab_eos(vocabulary));
    text = told == nullptr ? "" : told;
    return text.c_str();
}

/**
 * Splits a text into tokens, to be found at `prs_tokens`.
 *
 * @param whole nonzero: put the tokens that begin and end a text around it
 * @param marks nonzero: the names of special tokens in the text are those tokens
 * @returns how many
 */
EXPORT int prs_tokenise(const char * words, int length, int whole, int marks) {
    return guarded([&] {
        tokens.resize(length + 8);
        int count = llama_tokenize(vocabulary, words, length, tokens.data(), tokens.size(), whole != 0, marks != 0);
        if (count < 0) {
            tokens.resize(-count);
            count = llama_tokenize(vocabulary, words, length, tokens.data(), tokens.size(), whole != 0, marks != 0);
        }
        return count < 0 ? fail("the text could not be split into tokens") : count;
    });
}

EXPORT const llama_token * prs_tokens() { return tokens.data(); }

/** The bytes of a token, to be found at `prs_piece`; parts of characters are not completed. @returns how many */
EXPORT int prs_read_piece(int token, int marks) {
    text.resize(256);
    int count = llama_token_to_piece(vocabulary, token, text.data(), text.size(), 0, marks != 0);
    if (count < 0) {
        text.resize(-count);
        count = llama_token_to_piece(vocabulary, token, text.data(), text.size(), 0, marks != 0);
    }
    return count < 0 ? fail("the token has no text") : count;
}

EXPORT const char * prs_piece() { return text.data(); }

EXPORT int prs_is_end(int token) { return llama_vocab_is_eog(vocabulary, token) ? 1 : 0; }

/**
 * Reads one batch.
 *
 * @param batch four numbers for each token: the token, its place, its sequence, nonzero where what comes next is wanted
 * @returns -1 where it failed, which leaves the cache as it was
 */
EXPORT int prs_read(const int32_t * batch, int count) {
    complaints.clear();
    if (context == nullptr) return fail("there is no cache");
    auto made = llama_batch_init(count, 0, 1);
    made.n_tokens = count;
    for (int at = 0; at < count; at++) {
        const int32_t * one = batch + 4 * at;
        made.token[at] = one[0];
        made.pos[at] = one[1];
        made.n_seq_id[at] = 1;
        made.seq_id[at][0] = one[2];
        made.logits[at] = one[3] != 0;
    }
    int status = -1;
    try {
        status = llama_decode(context, made);
    } catch (const std::exception & error) {
        complaints += error.what();
    }
    llama_batch_free(made);
    return status == 0 ? 0 : fail("llama.cpp could not read the batch (" + std::to_string(status) + ")");
}

/** Forgets a sequence from a place on. @returns 0 where only the whole of it can be forgotten, and was */
EXPORT int prs_forget(int sequence, int from) {
    auto * memory = llama_get_memory(context);
    if (llama_memory_seq_rm(memory, sequence, from, -1)) return 1;
    llama_memory_seq_rm(memory, sequence, -1, -1);
    return 0;
}

/** Makes a sequence what another is. */
EXPORT void prs_copy(int from, int to) {
    auto * memory = llama_get_memory(context);
    llama_memory_seq_rm(memory, to, -1, -1);
    llama_memory_seq_cp(memory, from, to, -1, -1);
}

/** The hidden state after the token at this place of the last batch, after the final norm. */
EXPORT const float * prs_hidden_state(int row) { return llama_get_embeddings_ith(context, row); }

/**
 * The model's own distribution after the token at this place of the last batch, before any sampling setting.
 *
 * @param told receives the natural log-probability of `token`, then token and log-probability of each of the likeliest,
 *   the likeliest first, all as 64-bit floats
 */
EXPORT int prs_log_probabilities(int row, int token, int likeliest, double * told) {
    const float * logits = llama_get_logits_ith(context, row);
    if (logits == nullptr) return fail("there are no logits at this place");
    const int count = llama_vocab_n_tokens(vocabulary);
    if (token < 0 || token >= count) return fail("there is no such token");
    float most = logits[0];
    for (int at = 1; at < count; at++) most = std::max(most, logits[at]);
    const double sum = log_of_sum(logits, count, most);
    told[0] = logits[token] - sum;
    std::vector<int> best;
    for (int at = 0; at < count && likeliest > 0; at++) {
        if ((int) best.size() == likeliest && logits[at] <= logits[best.back()]) continue;
        if ((int) best.size() == likeliest) best.pop_back();
        auto place = std::find_if(best.begin(), best.end(), [&](int one) { return logits[one] < logits[at]; });
        best.insert(place, at);
    }
    for (size_t place = 0; place < best.size(); place++) {
        told[1 + 2 * place] = best[place];
        told[2 + 2 * place] = logits[best[place]] - sum;
    }
    return best.size();
}

/** Makes what draws one answer's tokens; the settings mean what src/core/policy.ts says. @returns null where there is no memory */
EXPORT drawer * prs_make_drawer(float temperature, int top_k, float top_p, float presence, uint32_t seed) try {
    auto * chain = llama_sampler_chain_init(llama_sampler_chain_default_params());
    if (temperature <= 0) {
        llama_sampler_chain_add(chain, llama_sampler_init_greedy());
    } else {
        if (top_k > 0) llama_sampler_chain_add(chain, llama_sampler_init_top_k(top_k));
        llama_sampler_chain_add(chain, llama_sampler_init_temp(temperature));
        if (top_p < 1) llama_sampler_chain_add(chain, llama_sampler_init_top_p(top_p, 1));
        llama_sampler_chain_add(chain, llama_sampler_init_dist(seed));
    }
    return new drawer{chain, presence, {}};
} catch (const std::bad_alloc &) {
    return nullptr;
}

/** Draws the token after this place of the last batch. */
EXPORT int prs_draw(drawer * one, int row) {
    float * logits = llama_get_logits_ith(context, row);
    if (logits == nullptr) return fail("there are no logits at this place");
    return guarded([&] {
        std::vector<float> unpenalised;
        for (const auto token : one->written) unpenalised.push_back(logits[token]);
        for (const auto token : one->written) logits[token] -= one->presence;
        const auto drawn = llama_sampler_sample(one->chain, context, row);
        for (size_t at = 0; at < unpenalised.size(); at++) logits[one->written[at]] = unpenalised[at];
        if (one->presence != 0 && std::find(one->written.begin(), one->written.end(), drawn) == one->written.end()) {
            one->written.push_back(drawn);
        }
        return drawn;
    });
}

EXPORT void prs_free_drawer(drawer * one) {
    llama_sampler_free(one->chain);
    delete one;
}
