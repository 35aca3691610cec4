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

// factors_0: 6 steps, 10 reductions; one group of 32 work-items a stock-day, 2472 bytes of local memory
// bars [2, S, 242]: close, volume
// masks [1, S, 4]: valid bars
// day_values [0, S]
// scratch [0, S], values [1, S]
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void factors_0(
    __global const double* restrict bars, __global const ulong* restrict masks, __global const double* restrict day_values,
    __global double* restrict scratch, __global double* restrict values, int S)
{
    __local double results[10];
    __local double work[231];
    __local uchar a_slot[256];
    __local uchar marks9[256];
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

    // 2. level 1: 2 reductions in 1 loop: sum %0[a]; max %0[a]
    {
        double q0 = 0.0;
        double q1 = -as_double(0x7ff0000000000000ul);
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v0 = volume[t];
            q0 += v0;
            q1 = larger_f64(q1, v0);
        }
        work[0 + j] = q0;
        work[33 + j] = q1;
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 1; x += 32)
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
            __local double* row = work + 33 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = larger_f64(whole, row[q * 1]);
            }
            results[1 + x] = whole;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 3. selection %9 of a
    {
        __local uint* cells = (__local uint*)work;
        ulong key[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            key[p] = 0;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const double v0 = volume[t];
                key[p] = order_f64(v0);
            }
        }
        ulong bound = 0;
        int shift = 64, reached = -1, k = 0, row = 0;
        do
        {
            const ulong low = bound;
            shift -= 2;
            const ulong step = (ulong)1 << shift;
            uint counts = 0;
            for (int p = 0; p < 8; ++p)
            {
                counts += (key[p] >= low + step) + ((key[p] >= low + 2 * step) << 8) + ((key[p] >= low + 3 * step) << 16) + ((uint)(key[p] >= 1) << 24);
            }
            counts = group_sum(counts, cells + row, j);
            row = 32 - row;
            const int first = (int)(counts & 255), second = (int)(counts >> 8 & 255), third = (int)(counts >> 16 & 255), present = (int)(counts >> 24);
            k = most(0, least(present, (int)((long)1 * present / 3)));
            bound = third >= k ? low + 3 * step : second >= k ? low + 2 * step : first >= k ? low + step : low;
            reached = third >= k ? third : second >= k ? second : first >= k ? first : reached < 0 ? present : reached;
        }
        while ((shift > 0) & (reached > k));
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            marks9[i] = k == 0 ? 0 : key[p] > bound ? 1 : key[p] == bound ? 2 : 0;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        uint dropped = 0;
        for (int p = 0; p < 8 && k > 0 && reached > k; ++p)
        {
            int later = 0;
            for (int i = j + p * 32 + 1; i < 256 && key[p] == bound; ++i)
            {
                later += marks9[i] == 2;
            }
            dropped |= (uint)(key[p] == bound && later < reached - k) << p;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            if (dropped >> p & 1) { marks9[i] = 0; }
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 4. level 2: 5 reductions in 1 loop: sum %10[a&%9] %13[a&%9]; count [a&%9]; constancy %10[a&%9] %13[a&%9]
    {
        double q2 = 0.0;
        double q0 = 0.0;
        double q1 = 0.0;
        double q3 = 0.0;
        double q4 = 0.0;
        double q5 = 0.0;
        double q6 = 0.0;
        for (int i = j; i < n_a; i += 32)
        {
            const int c9 = marks9[i] != 0;
            if (c9) { q2 += 1.0; }
            const int t = a_slot[i];
            const double v2 = close[t];
            if (c9) { q0 += v2; }
            const double v0 = volume[t];
            if (c9) { q1 += v0; }
            if (c9) { q4 = q4 == 0.0 ? (v2 == v2 ? 1.0 : 2.0) : v2 == q3 ? q4 : 2.0; q3 = v2; }
            if (c9) { q6 = q6 == 0.0 ? (v0 == v0 ? 1.0 : 2.0) : v0 == q5 ? q6 : 2.0; q5 = v0; }
        }
        work[66 + j] = q2;
        work[0 + j] = q0;
        work[33 + j] = q1;
        work[99 + j] = q3;
        work[132 + j] = q4;
        work[165 + j] = q5;
        work[198 + j] = q6;
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 3; x += 32)
        {
            __local double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[2 + x] = whole;
        }
        for (int x = j; x < 2; x += 32)
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
            results[5 + x] = state;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 5. level 3: 3 reductions in 1 loop: sum %26[a&%9] %28[a&%9] %30[a&%9]
    {
        const double s20 = results[2];
        const double s14 = results[4];
        const double s21 = ratio_f64(s20, s14);
        const double s23 = results[3];
        const double s24 = ratio_f64(s23, s14);
        double q0 = 0.0;
        double q1 = 0.0;
        double q2 = 0.0;
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v2 = close[t];
            const double v22 = v2 - s21;
            const double v0 = volume[t];
            const double v25 = v0 - s24;
            const double v26 = v22 * v25;
            const int c9 = marks9[i] != 0;
            if (c9) { q0 += v26; }
            const double v28 = v22 * v22;
            if (c9) { q1 += v28; }
            const double v30 = v25 * v25;
            if (c9) { q2 += v30; }
        }
        work[0 + j] = q0;
        work[33 + j] = q1;
        work[66 + j] = q2;
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 3; x += 32)
        {
            __local double* row = work + 0 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[7 + x] = whole;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 6. write 1 factor: VP_top33volume
    if (j == 0)
    {
        const double s7 = results[0];
        const int c8 = s7 > 0.0;
        const double s14 = results[4];
        const int c15 = s14 >= 3.0;
        const int c16 = c8 & c15;
        const double s11 = 0 < n_a ? results[1] : as_double(0x7ff8000000000000ul);
        const int c12 = s11 == s11;
        const int c17 = s14 >= 1.0;
        const int c18 = c12 & c17;
        const int c19 = c16 & c18;
        const double s31 = results[7];
        const int c27 = results[5] == 1.0;
        const double s32 = results[8];
        const double s33 = c27 ? 0.0 : s32;
        const double s34 = sqrt(s33);
        const int c29 = results[6] == 1.0;
        const double s35 = results[9];
        const double s36 = c29 ? 0.0 : s35;
        const double s37 = sqrt(s36);
        const double s38 = s34 * s37;
        const double s39 = ratio_f64(s31, s38);
        const double s40 = smaller_f64(1.0, s39);
        const double s41 = larger_f64((-1.0), s40);
        const double s42 = c19 ? s41 : as_double(0x7ff8000000000000ul);
        const double s43 = fabs(s42) == as_double(0x7ff0000000000000ul) ? as_double(0x7ff8000000000000ul) : s42;
        values[(ulong)0 * S + s] = s43;
    }
}

