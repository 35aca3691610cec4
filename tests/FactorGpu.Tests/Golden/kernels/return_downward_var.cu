// CUDA C, made from a kernel plan.

// a / b; NaN for a divisor of 0, of whatever sign.
__device__ double ratio_f64(double a, double b)
{
    return b == 0.0 ? __longlong_as_double(0x7ff8000000000000ll) : a / b;
}

// The larger and the smaller of two; NaN if either is, and -0 is below +0.
__device__ double larger_f64(double a, double b)
{
    return a > b ? a : a < b ? b : a == b ? __longlong_as_double((unsigned long long)__double_as_longlong(a) & (unsigned long long)__double_as_longlong(b)) : a + b;
}

__device__ double smaller_f64(double a, double b)
{
    return a < b ? a : a > b ? b : a == b ? __longlong_as_double((unsigned long long)__double_as_longlong(a) | (unsigned long long)__double_as_longlong(b)) : a + b;
}

// Whole numbers in the order of numbers, both zeros one; 1 for NaN.
__device__ unsigned long long order_f64(double x)
{
    const unsigned long long bits = (unsigned long long)__double_as_longlong(x == 0.0 ? 0.0 : x);
    return x != x ? 1 : bits >> 63 ? ~bits : bits | 0x8000000000000000ull;
}

// A place that an array of bars has.
__device__ int inside(int i)
{
    return i < 0 ? 0 : i > 255 ? 255 : i;
}

__device__ int most(int a, int b)
{
    return a > b ? a : b;
}

__device__ int least(int a, int b)
{
    return a < b ? a : b;
}

// The slots of a set in four words: those of one word that lie below a slot, how many of all do, and whether a slot is one.
__device__ int below(unsigned long long word, int t)
{
    return t <= 0 ? 0 : (int)__popcll(t >= 64 ? word : word & (((unsigned long long)1 << t) - 1));
}

__device__ int rank(unsigned long long w0, unsigned long long w1, unsigned long long w2, unsigned long long w3, int t)
{
    return below(w0, t) + below(w1, t - 64) + below(w2, t - 128) + below(w3, t - 192);
}

__device__ int has(unsigned long long w0, unsigned long long w1, unsigned long long w2, unsigned long long w3, int t)
{
    return (int)((t < 128 ? (t < 64 ? w0 : w1) : (t < 192 ? w2 : w3)) >> (t & 63) & 1);
}

// The sum of a number over all work-items of the group; the next sum must take other cells, and the one after it may take these again.
__device__ unsigned int group_sum(unsigned int own, unsigned int* cells, int j)
{
    cells[j] = own;
    __syncthreads();
    unsigned int total = 0;
    for (int q = 0; q < 32; ++q) { total += cells[q]; }
    return total;
}

// factors_0: 5 steps, 5 reductions; one group of 32 work-items a stock-day, 3696 bytes of local memory
// bars [2, S, 242]: close, volume
// masks [1, S, 4]: valid bars
// day_values [0, S]
// scratch [0, S], values [1, S]
extern "C" __global__ void __launch_bounds__(32) factors_0(
    const double* __restrict__ bars, const unsigned long long* __restrict__ masks, const double* __restrict__ day_values,
    double* __restrict__ scratch, double* __restrict__ values, int S)
{
    __shared__ double results[5];
    __shared__ double work[165];
    __shared__ double m5[256];
    __shared__ unsigned char a_slot[256];
    const int s = (int)blockIdx.x;
    const int j = (int)threadIdx.x;
    const double* close = bars + ((unsigned long long)0 * S + s) * 242;
    const double* volume = bars + ((unsigned long long)1 * S + s) * 242;

    // 1. sequence a: valid bars of ALL
    const unsigned long long a_w0 = masks[((unsigned long long)0 * S + s) * 4 + 0] & 0xffffffffffffffffull;
    const unsigned long long a_w1 = masks[((unsigned long long)0 * S + s) * 4 + 1] & 0xffffffffffffffffull;
    const unsigned long long a_w2 = masks[((unsigned long long)0 * S + s) * 4 + 2] & 0xffffffffffffffffull;
    const unsigned long long a_w3 = masks[((unsigned long long)0 * S + s) * 4 + 3] & 0x0003ffffffffffffull;
    const int n_a = rank(a_w0, a_w1, a_w2, a_w3, 256);
    for (int t = j; t < 256; t += 32)
    {
        if (has(a_w0, a_w1, a_w2, a_w3, t))
        {
            a_slot[rank(a_w0, a_w1, a_w2, a_w3, t)] = (unsigned char)t;
        }
        if (t >= n_a)
        {
            a_slot[t] = 0;
        }
    }
    __syncthreads();

    // 2. store %5 of a
    {
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v2 = close[t];
            const int t_m1 = a_slot[inside(i - 1)];
            const double v2_m1 = close[t_m1];
            const double v4 = v2 - v2_m1;
            const double v5 = ratio_f64(v4, v2_m1);
            m5[i] = v5;
        }
        __syncthreads();
    }

    // 3. level 1: 4 reductions in 1 loop: sum %0[a] %7[a&-1..0&%6]; count [a&-1..0&%6]; constancy %7[a&-1..0&%6]
    {
        double q0 = 0.0;
        double q2 = 0.0;
        double q3 = 0.0;
        double q4 = 0.0;
        double q1 = 0.0;
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v0 = volume[t];
            q0 += v0;
            const double v5 = m5[i];
            const int c6 = v5 < 0.0;
            const int p1 = i >= 1 && c6;
            if (p1) { q2 += 1.0; }
            if (p1) { q4 = q4 == 0.0 ? (v5 == v5 ? 1.0 : 2.0) : v5 == q3 ? q4 : 2.0; q3 = v5; }
            if (p1) { q1 += v5; }
        }
        work[0 + j] = q0;
        work[66 + j] = q2;
        work[99 + j] = q3;
        work[132 + j] = q4;
        work[33 + j] = q1;
        __syncthreads();
        for (int x = j; x < 3; x += 32)
        {
            double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[0 + x] = whole;
        }
        for (int x = j; x < 1; x += 32)
        {
            double* row = work + 99 + x * 66;
            double value = 0.0;
            double state = 0.0;
            for (int q = 0; q < 32; ++q)
            {
                const double other = row[33 + q * 1];
                if (other != 0.0)
                {
                    const double element = row[q * 1];
                    state = state == 0.0 ? other : element == value && other == 1.0 ? state : 2.0;
                    value = element;
                }
            }
            results[3 + x] = state;
        }
        __syncthreads();
    }

    // 4. level 2: 1 reduction in 1 loop: sum %20[a&-1..0&%6]
    {
        const double s17 = results[1];
        const double s12 = results[2];
        const double s18 = ratio_f64(s17, s12);
        double q0 = 0.0;
        for (int i = j; i < n_a; i += 32)
        {
            const double v5 = m5[i];
            const double v19 = v5 - s18;
            const double v20 = v19 * v19;
            const int c6 = v5 < 0.0;
            const int p0 = i >= 1 && c6;
            if (p0) { q0 += v20; }
        }
        work[0 + j] = q0;
        __syncthreads();
        for (int x = j; x < 1; x += 32)
        {
            double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[4 + x] = whole;
        }
        __syncthreads();
    }

    // 5. write 1 factor: return_downward_var
    if (j == 0)
    {
        const double s10 = results[0];
        const int c11 = s10 > 0.0;
        const double s12 = results[2];
        const int c13 = s12 >= 2.0;
        const int c14 = c11 & c13;
        const int c15 = s12 > 0.0;
        const int c16 = results[3] == 1.0;
        const double s22 = results[4];
        const double s23 = c16 ? 0.0 : s22;
        const double s21 = s12 - 0.0;
        const double s24 = ratio_f64(s23, s21);
        const double s25 = c15 ? s24 : __longlong_as_double(0x7ff8000000000000ll);
        const double s26 = c14 ? s25 : __longlong_as_double(0x7ff8000000000000ll);
        const double s27 = fabs(s26) == __longlong_as_double(0x7ff0000000000000ll) ? __longlong_as_double(0x7ff8000000000000ll) : s26;
        values[(unsigned long long)0 * S + s] = s27;
    }
}

