// OpenCL C 1.2, made from a kernel plan.
#pragma OPENCL FP_CONTRACT OFF
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

// a / b; NaN for a divisor of 0, of whatever sign.
double ratio_f64(double a, double b)
{
    return b == 0.0 ? as_double(0x7ff8000000000000ul) : a / b;
}

// The larger and the smaller of two; NaN if either is, and -0 is below +0.
double larger_f64(double a, double b)
{
    return a > b ? a : a < b ? b : a == b ? as_double(as_ulong(a) & as_ulong(b)) : a + b;
}

double smaller_f64(double a, double b)
{
    return a < b ? a : a > b ? b : a == b ? as_double(as_ulong(a) | as_ulong(b)) : a + b;
}

// Whole numbers in the order of numbers, both zeros one; 1 for NaN.
ulong order_f64(double x)
{
    const ulong bits = as_ulong(x == 0.0 ? 0.0 : x);
    return x != x ? 1 : bits >> 63 ? ~bits : bits | 0x8000000000000000ul;
}

// A place that an array of bars has.
int inside(int i)
{
    return i < 0 ? 0 : i > 255 ? 255 : i;
}

int most(int a, int b)
{
    return a > b ? a : b;
}

int least(int a, int b)
{
    return a < b ? a : b;
}

// The slots of a set in four words: those of one word that lie below a slot, how many of all do, and whether a slot is one.
int below(ulong word, int t)
{
    return t <= 0 ? 0 : (int)popcount(t >= 64 ? word : word & (((ulong)1 << t) - 1));
}

int rank(ulong w0, ulong w1, ulong w2, ulong w3, int t)
{
    return below(w0, t) + below(w1, t - 64) + below(w2, t - 128) + below(w3, t - 192);
}

int has(ulong w0, ulong w1, ulong w2, ulong w3, int t)
{
    return (int)((t < 128 ? (t < 64 ? w0 : w1) : (t < 192 ? w2 : w3)) >> (t & 63) & 1);
}

// The sum of a number over all work-items of the group; the next sum must take other cells, and the one after it may take these again.
uint group_sum(uint own, __local uint* cells, int j)
{
    cells[j] = own;
    barrier(CLK_LOCAL_MEM_FENCE);
    uint total = 0;
    for (int q = 0; q < 32; ++q) { total += cells[q]; }
    return total;
}

// factors_0: 5 steps, 5 reductions; one group of 32 work-items a stock-day, 3696 bytes of local memory
// bars [2, S, 242]: close, volume
// masks [1, S, 4]: valid bars
// day_values [0, S]
// scratch [0, S], values [1, S]
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void factors_0(
    __global const double* restrict bars, __global const ulong* restrict masks, __global const double* restrict day_values,
    __global double* restrict scratch, __global double* restrict values, int S)
{
    __local double results[5];
    __local double work[165];
    __local double m5[256];
    __local uchar a_slot[256];
    const int s = (int)get_group_id(0);
    const int j = (int)get_local_id(0);
    __global const double* close = bars + ((ulong)0 * S + s) * 242;
    __global const double* volume = bars + ((ulong)1 * S + s) * 242;

    // 1. sequence a: valid bars of ALL
    const ulong a_w0 = masks[((ulong)0 * S + s) * 4 + 0] & 0xfffffffffffffffful;
    const ulong a_w1 = masks[((ulong)0 * S + s) * 4 + 1] & 0xfffffffffffffffful;
    const ulong a_w2 = masks[((ulong)0 * S + s) * 4 + 2] & 0xfffffffffffffffful;
    const ulong a_w3 = masks[((ulong)0 * S + s) * 4 + 3] & 0x0003fffffffffffful;
    const int n_a = rank(a_w0, a_w1, a_w2, a_w3, 256);
    for (int t = j; t < 256; t += 32)
    {
        if (has(a_w0, a_w1, a_w2, a_w3, t))
        {
            a_slot[rank(a_w0, a_w1, a_w2, a_w3, t)] = (uchar)t;
        }
        if (t >= n_a)
        {
            a_slot[t] = 0;
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);

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
        barrier(CLK_LOCAL_MEM_FENCE);
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
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 3; x += 32)
        {
            __local double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[0 + x] = whole;
        }
        for (int x = j; x < 1; x += 32)
        {
            __local double* row = work + 99 + x * 66;
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
        barrier(CLK_LOCAL_MEM_FENCE);
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
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 1; x += 32)
        {
            __local double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[4 + x] = whole;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
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
        const double s25 = c15 ? s24 : as_double(0x7ff8000000000000ul);
        const double s26 = c14 ? s25 : as_double(0x7ff8000000000000ul);
        const double s27 = fabs(s26) == as_double(0x7ff0000000000000ul) ? as_double(0x7ff8000000000000ul) : s26;
        values[(ulong)0 * S + s] = s27;
    }
}

