// What NVRTC knows of CUDA C without any header, for clang, which does not: read before a kernel's text when it is checked without a GPU.
// Only what NVRTC has may stand here; no NAN, no uint64_t, which it does not have either.

#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
#define KNOWN static __device__ __forceinline__

struct KnownIndex { unsigned x, y, z; };
#define KNOWN_INDEX(name, of) KNOWN KnownIndex name() { return {(unsigned)__nvvm_read_ptx_sreg_##of##_x(), (unsigned)__nvvm_read_ptx_sreg_##of##_y(), (unsigned)__nvvm_read_ptx_sreg_##of##_z()}; }
KNOWN_INDEX(known_thread, tid) KNOWN_INDEX(known_block, ctaid) KNOWN_INDEX(known_threads, ntid) KNOWN_INDEX(known_blocks, nctaid)
#define threadIdx known_thread()
#define blockIdx known_block()
#define blockDim known_threads()
#define gridDim known_blocks()
#define warpSize 32

// __syncthreads is clang's own.
KNOWN void __syncwarp(unsigned mask = 0xffffffffu) { __nvvm_bar_warp_sync(mask); }
KNOWN unsigned __ballot_sync(unsigned mask, int bit) { return __nvvm_vote_ballot_sync(mask, bit); }
KNOWN int __any_sync(unsigned mask, int bit) { return __nvvm_vote_any_sync(mask, bit); }
KNOWN int __all_sync(unsigned mask, int bit) { return __nvvm_vote_all_sync(mask, bit); }

// One shuffle moves 32 bits; the last argument holds the width of a segment and how lanes outside it are met.
#define KNOWN_SHUFFLE(name, lane_type, shuffle, bound) \
    template <typename T> KNOWN T name(unsigned mask, T value, lane_type lane, int width = warpSize) \
    { \
        int parts[sizeof(T) / sizeof(int)]; \
        __builtin_memcpy(parts, &value, sizeof(T)); \
        _Pragma("unroll") for (int& part : parts) part = shuffle(mask, part, lane, ((warpSize - width) << 8) | bound); \
        __builtin_memcpy(&value, parts, sizeof(T)); \
        return value; \
    }
KNOWN_SHUFFLE(__shfl_sync, int, __nvvm_shfl_sync_idx_i32, 0x1f)
KNOWN_SHUFFLE(__shfl_up_sync, unsigned, __nvvm_shfl_sync_up_i32, 0)
KNOWN_SHUFFLE(__shfl_down_sync, unsigned, __nvvm_shfl_sync_down_i32, 0x1f)
KNOWN_SHUFFLE(__shfl_xor_sync, int, __nvvm_shfl_sync_bfly_i32, 0x1f)

KNOWN int __popc(unsigned x) { return __builtin_popcount(x); }
KNOWN int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
KNOWN int __clz(int x) { return x == 0 ? 32 : __builtin_clz(x); }
KNOWN int __clzll(long long x) { return x == 0 ? 64 : __builtin_clzll(x); }
KNOWN int __ffs(int x) { return __builtin_ffs(x); }
KNOWN int __ffsll(long long x) { return __builtin_ffsll(x); }
KNOWN long long __double_as_longlong(double x) { long long bits; __builtin_memcpy(&bits, &x, sizeof x); return bits; }
KNOWN double __longlong_as_double(long long x) { double value; __builtin_memcpy(&value, &x, sizeof x); return value; }
KNOWN int __float_as_int(float x) { int bits; __builtin_memcpy(&bits, &x, sizeof x); return bits; }
KNOWN float __int_as_float(int x) { float value; __builtin_memcpy(&value, &x, sizeof x); return value; }

#define KNOWN_ONE(type, name, builtin) KNOWN type name(double x) { return builtin(x); } KNOWN type name(float x) { return builtin(x); }
#define KNOWN_UNARY(name) KNOWN double name(double x) { return __builtin_##name(x); } KNOWN float name(float x) { return __builtin_##name##f(x); }
#define KNOWN_BINARY(name) \
    KNOWN double name(double x, double y) { return __builtin_##name(x, y); } KNOWN float name(float x, float y) { return __builtin_##name##f(x, y); }
#define KNOWN_CALL(name) extern "C" __device__ double name(double); extern "C" __device__ float name##f(float); KNOWN float name(float x) { return name##f(x); }
KNOWN_ONE(bool, isnan, __builtin_isnan) KNOWN_ONE(bool, isinf, __builtin_isinf) KNOWN_ONE(bool, isfinite, __builtin_isfinite) KNOWN_ONE(bool, signbit, __builtin_signbit)
KNOWN_UNARY(sqrt) KNOWN_UNARY(fabs) KNOWN_UNARY(floor) KNOWN_UNARY(ceil) KNOWN_UNARY(trunc) KNOWN_UNARY(rint) KNOWN_UNARY(round)
KNOWN_BINARY(fmin) KNOWN_BINARY(fmax) KNOWN_BINARY(copysign)
KNOWN int min(int x, int y) { return x < y ? x : y; }
KNOWN int max(int x, int y) { return x < y ? y : x; }
KNOWN int abs(int x) { return x < 0 ? -x : x; }

// Calls that stay open, to a library that comes with the card's compiler.
KNOWN_CALL(log) KNOWN_CALL(log1p) KNOWN_CALL(exp) KNOWN_CALL(expm1) KNOWN_CALL(erfc) KNOWN_CALL(cbrt) KNOWN_CALL(atan) KNOWN_CALL(sin) KNOWN_CALL(cos)
