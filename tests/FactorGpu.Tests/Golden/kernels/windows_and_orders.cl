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

// factors_0: 10 steps, 6 reductions; one group of 32 work-items a stock-day, 13904 bytes of local memory
// bars [4, S, 242]: high, low, close, volume
// masks [1, S, 4]: valid bars
// day_values [0, S]
// scratch [0, S], values [2, S]
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void factors_0(
    __global const double* restrict bars, __global const ulong* restrict masks, __global const double* restrict day_values,
    __global double* restrict scratch, __global double* restrict values, int S)
{
    __local double results[6];
    __local double work[544];
    __local double m12[256];
    __local double m5[256];
    __local double m32[256];
    __local double m36[256];
    __local uchar a_slot[256];
    __local uchar marks12[256];
    __local uchar marks33[256];
    __local uchar marks31[256];
    __local uchar marks36[256];
    const int s = (int)get_group_id(0);
    const int j = (int)get_local_id(0);
    __global const double* high = bars + ((ulong)0 * S + s) * 242;
    __global const double* low = bars + ((ulong)1 * S + s) * 242;
    __global const double* close = bars + ((ulong)2 * S + s) * 242;
    __global const double* volume = bars + ((ulong)3 * S + s) * 242;

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

    // 2. windows %12 of a
    {
        __local double* x = (__local double*)work + 0;
        __local uchar* there = (__local uchar*)(x + 256);
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v6 = close[t];
            const int t_m1 = a_slot[inside(i - 1)];
            const double v6_m1 = close[t_m1];
            const double v8 = v6 - v6_m1;
            const double v9 = ratio_f64(v8, v6_m1);
            x[i] = v9;
            const double v0 = volume[t];
            const int c10 = v0 > 0.0;
            const int p2 = i >= 1 && c10;
            there[i] = (uchar)(p2);
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int i = j; i < n_a; i += 32)
        {
            double value = as_double(0x7ff8000000000000ul);
            int full = 0;
            if (i >= 4)
            {
                full = 1;
                for (int q = i - 4; q <= i; ++q)
                {
                    full &= there[q];
                }
                double sum = 0.0;
                for (int q = i - 4; q <= i; ++q)
                {
                    sum += x[q];
                }
                value = sum;
            }
            m12[i] = value;
            marks12[i] = (uchar)full;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 3. level 1: 3 reductions in 1 loop: sum %0[a] %13[a&%12]; max %0[a]
    {
        double q0 = 0.0;
        double q1 = 0.0;
        double q2 = -as_double(0x7ff0000000000000ul);
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v0 = volume[t];
            q0 += v0;
            const double v12 = m12[i];
            const double v13 = log1p(v12);
            const int there12 = marks12[i] != 0;
            if (there12) { q1 += v13; }
            q2 = larger_f64(q2, v0);
        }
        work[0 + j] = q0;
        work[33 + j] = q1;
        work[66 + j] = q2;
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int x = j; x < 2; x += 32)
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
            __local double* row = work + 66 + x * 33;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = larger_f64(whole, row[q * 1]);
            }
            results[2 + x] = whole;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 4. selection %33 of a
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
        const double s19 = (double)(n_a > 0 ? n_a - 0 : 0);
        const double s29 = s19 + 9.0;
        const double s30 = ratio_f64(s29, 10.0);
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
            k = s30 >= 1.0 ? (s30 < (double)present ? (int)s30 : present) : 0;
            bound = third >= k ? low + 3 * step : second >= k ? low + 2 * step : first >= k ? low + step : low;
            reached = third >= k ? third : second >= k ? second : first >= k ? first : reached < 0 ? present : reached;
        }
        while ((shift > 0) & (reached > k));
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            marks33[i] = k == 0 ? 0 : key[p] > bound ? 1 : key[p] == bound ? 2 : 0;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        uint dropped = 0;
        for (int p = 0; p < 8 && k > 0 && reached > k; ++p)
        {
            int later = 0;
            for (int i = j + p * 32 + 1; i < 256 && key[p] == bound; ++i)
            {
                later += marks33[i] == 2;
            }
            dropped |= (uint)(key[p] == bound && later < reached - k) << p;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            if (dropped >> p & 1) { marks33[i] = 0; }
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 5. ranks %31 of a
    {
        __local ulong* keys = (__local ulong*)work + 0;
        ulong own[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            own[p] = (ulong)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const double v0 = volume[t];
                own[p] = order_f64(v0);
            }
            keys[i] = own[p];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        int place[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            place[p] = 1;
        }
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const ulong k = keys[q];
            hasNaN |= k == 1;
            for (int p = 0; p < 8; ++p)
            {
                const int i = j + p * 32;
                place[p] += k < own[p] + (q < i);
            }
        }
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            marks31[i] = (uchar)(hasNaN || own[p] == (ulong)-1 ? 0 : place[p]);
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 6. cumulation %32 of a
    {
        __local double* x = (__local double*)work + 256;
        ulong bound[8];
        int place[8], reached[8], present = 0;
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            bound[p] = place[p] = reached[p] = 0;
        }
        __local ulong* keys = (__local ulong*)work + 0;
        ulong own[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            own[p] = (ulong)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const double v6 = close[t];
                own[p] = order_f64(v6);
                const double v0 = volume[t];
                x[i] = v0;
                bound[p] = order_f64(v6);
            }
            keys[i] = own[p];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const ulong k = keys[q];
            hasNaN |= k == 1;
            present += k != (ulong)-1;
            for (int p = 0; p < 8; ++p)
            {
                const int i = j + p * 32;
                place[p] += k < own[p] + (q < i);
                reached[p] += k <= bound[p];
            }
        }
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            if (own[p] != (ulong)-1) { m32[place[p]] = x[i]; }
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        if (j == 0)
        {
            double sum = 0.0;
            for (int q = 0; q < present; ++q)
            {
                sum += m32[q];
                x[q] = sum;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            m32[i] = hasNaN || bound[p] == 1 ? as_double(0x7ff8000000000000ul) : reached[p] == 0 ? 0.0 : x[reached[p] - 1];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 7. groups %36 of a
    {
        __local double* x = (__local double*)work + 256;
        __local ulong* keys = (__local ulong*)work + 0;
        ulong own[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            own[p] = (ulong)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const double v6 = close[t];
                own[p] = order_f64(v6);
                const double v32 = m32[i];
                x[i] = v32;
            }
            keys[i] = own[p];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        double sum[8];
        int isLater[8];
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            sum[p] = 0.0;
            isLater[p] = 0;
        }
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const ulong k = keys[q];
            hasNaN |= k == 1;
            const double element = x[q];
            for (int p = 0; p < 8; ++p)
            {
                const int i = j + p * 32;
                if (k == own[p]) { sum[p] += element; isLater[p] |= q < i && k != 1; }
            }
        }
        for (int p = 0; p < 8; ++p)
        {
            const int i = j + p * 32;
            m36[i] = hasNaN ? as_double(0x7ff8000000000000ul) : sum[p];
            marks36[i] = (uchar)(own[p] != (ulong)-1 && !isLater[p]);
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 8. level 3: 3 reductions in 1 loop: sum %35[a&%33] %36[a&%36]; count [a&%33]
    {
        double q2 = 0.0;
        double q0 = 0.0;
        double q1 = 0.0;
        for (int i = j; i < n_a; i += 32)
        {
            const int c33 = marks33[i] != 0;
            if (c33) { q2 += 1.0; }
            const double v31 = marks31[i] == 0 ? as_double(0x7ff8000000000000ul) : (double)marks31[i];
            if (c33) { q0 += v31; }
            const double v36 = m36[i];
            const int there36 = marks36[i] != 0;
            if (there36) { q1 += v36; }
        }
        work[66 + j] = q2;
        work[0 + j] = q0;
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
            results[3 + x] = whole;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 9. windows %5 of a
    {
        __local double* x = (__local double*)work + 0;
        __local double* y = (__local double*)work + 256;
        for (int i = j; i < n_a; i += 32)
        {
            const int t = a_slot[i];
            const double v3 = high[t];
            x[i] = v3;
            const double v4 = low[t];
            y[i] = v4;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int i = j; i < n_a; i += 32)
        {
            double value = as_double(0x7ff8000000000000ul);
            if (i >= 49)
            {
                double mean_x = 0.0;
                int same_x = 1;
                double mean_y = 0.0;
                int same_y = 1;
                for (int q = i - 49; q <= i; ++q)
                {
                    mean_x += x[q];
                    same_x &= x[q] == x[i - 49];
                    mean_y += y[q];
                    same_y &= y[q] == y[i - 49];
                }
                mean_x /= 50.0;
                mean_y /= 50.0;
                double products = 0.0;
                for (int q = i - 49; q <= i; ++q)
                {
                    products += (x[q] - mean_x) * (y[q] - mean_y);
                }
                value = ((same_x | same_y ? 0.0 : products) / 49.0);
            }
            m5[i] = value;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }

    // 10. write 2 factors: windows, orders
    if (j == 0)
    {
        const double s17 = results[0];
        const int c18 = s17 > 0.0;
        const double s19 = (double)(n_a > 0 ? n_a - 0 : 0);
        const int c20 = s19 >= 1.0;
        const int c21 = c18 & c20;
        const int k22 = inside(n_a - 1);
        const double v5_k22 = m5[k22];
        const double s22 = 49 < n_a ? v5_k22 : as_double(0x7ff8000000000000ul);
        const double s23 = results[1];
        const double s24 = s22 + s23;
        const double s25 = c21 ? s24 : as_double(0x7ff8000000000000ul);
        const double s26 = fabs(s25) == as_double(0x7ff0000000000000ul) ? as_double(0x7ff8000000000000ul) : s25;
        values[(ulong)0 * S + s] = s26;
        const double s27 = 0 < n_a ? results[2] : as_double(0x7ff8000000000000ul);
        const int c28 = s27 == s27;
        const double s37 = results[5];
        const int c38 = s37 >= 1.0;
        const int c39 = c28 & c38;
        const int c40 = c21 & c39;
        const double s41 = results[3];
        const double s42 = results[4];
        const double s43 = ratio_f64(s41, s42);
        const double s44 = c40 ? s43 : as_double(0x7ff8000000000000ul);
        const double s45 = fabs(s44) == as_double(0x7ff0000000000000ul) ? as_double(0x7ff8000000000000ul) : s44;
        values[(ulong)1 * S + s] = s45;
    }
}

