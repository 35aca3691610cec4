// CUDA C, made from a kernel plan.

// a / b; NaN for a divisor of 0, of whatever sign.
__device__ float ratio_f32(float a, float b)
{
    return b == 0.0f ? __int_as_float(0x7fc00000) : a / b;
}

// The larger and the smaller of two; NaN if either is, and -0 is below +0.
__device__ float larger_f32(float a, float b)
{
    return a > b ? a : a < b ? b : a == b ? __int_as_float((unsigned int)__float_as_int(a) & (unsigned int)__float_as_int(b)) : a + b;
}

__device__ float smaller_f32(float a, float b)
{
    return a < b ? a : a > b ? b : a == b ? __int_as_float((unsigned int)__float_as_int(a) | (unsigned int)__float_as_int(b)) : a + b;
}

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
__device__ unsigned int order_f32(float x)
{
    const unsigned int bits = (unsigned int)__float_as_int(x == 0.0f ? 0.0f : x);
    return x != x ? 1 : bits >> 31 ? ~bits : bits | 0x80000000u;
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
    if (j < 32) { for (int q = j + 32; q < 128; q += 32) { cells[j] += cells[q]; } }
    __syncthreads();
    unsigned int total = 0;
    for (int q = 0; q < 32; ++q) { total += cells[q]; }
    return total;
}

// factors_0: 10 steps, 6 reductions; one group of 128 work-items a stock-day, 8552 bytes of local memory
// bars [4, S, 242]: high, low, close, volume
// masks [1, S, 4]: valid bars
// day_values [1, S]: tick
// scratch [0, S], values [2, S]
extern "C" __global__ void __launch_bounds__(128) factors_0(
    const float* __restrict__ bars, const unsigned long long* __restrict__ masks, const float* __restrict__ day_values,
    double* __restrict__ scratch, float* __restrict__ values, int S)
{
    __shared__ double results[6];
    __shared__ double work[387];
    __shared__ float m13[256];
    __shared__ float m5[256];
    __shared__ float m35[256];
    __shared__ float m39[256];
    __shared__ unsigned char a_slot[256];
    __shared__ unsigned char marks13[256];
    __shared__ unsigned char marks36[256];
    __shared__ unsigned char marks34[256];
    __shared__ unsigned char marks39[256];
    const int s = (int)blockIdx.x;
    const int j = (int)threadIdx.x;
    const float* high = bars + ((unsigned long long)0 * S + s) * 242;
    const float* low = bars + ((unsigned long long)1 * S + s) * 242;
    const float* close = bars + ((unsigned long long)2 * S + s) * 242;
    const float* volume = bars + ((unsigned long long)3 * S + s) * 242;

    // 1. sequence a: valid bars of ALL
    const unsigned long long a_w0 = masks[((unsigned long long)0 * S + s) * 4 + 0] & 0xffffffffffffffffull;
    const unsigned long long a_w1 = masks[((unsigned long long)0 * S + s) * 4 + 1] & 0xffffffffffffffffull;
    const unsigned long long a_w2 = masks[((unsigned long long)0 * S + s) * 4 + 2] & 0xffffffffffffffffull;
    const unsigned long long a_w3 = masks[((unsigned long long)0 * S + s) * 4 + 3] & 0x0003ffffffffffffull;
    const int n_a = rank(a_w0, a_w1, a_w2, a_w3, 256);
    for (int t = j; t < 256; t += 128)
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

    // 2. windows %13 of a
    {
        float* x = (float*)work + 0;
        unsigned char* there = (unsigned char*)(x + 256);
        for (int i = j; i < n_a; i += 128)
        {
            const int t = a_slot[i];
            const float v7 = close[t];
            const int t_m1 = a_slot[inside(i - 1)];
            const float v7_m1 = close[t_m1];
            const float v9 = v7 - v7_m1;
            const float v10 = ratio_f32(v9, v7_m1);
            x[i] = v10;
            const float v0 = volume[t];
            const int c11 = v0 > 0.0f;
            const int p2 = i >= 1 && c11;
            there[i] = (unsigned char)(p2);
        }
        __syncthreads();
        for (int i = j; i < n_a; i += 128)
        {
            float value = __int_as_float(0x7fc00000);
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
                    sum += (double)x[q];
                }
                value = (float)sum;
            }
            m13[i] = value;
            marks13[i] = (unsigned char)full;
        }
        __syncthreads();
    }

    // 3. level 1: 3 reductions in 1 loop: sum %0[a] %14[a&%13]; max %0[a]
    {
        double q0 = 0.0;
        double q1 = 0.0;
        double q2 = -__longlong_as_double(0x7ff0000000000000ll);
        for (int i = j; i < n_a; i += 128)
        {
            const int t = a_slot[i];
            const float v0 = volume[t];
            q0 += (double)v0;
            const float v13 = m13[i];
            const float v14 = log1p(v13);
            const int there13 = marks13[i] != 0;
            if (there13) { q1 += (double)v14; }
            q2 = larger_f64(q2, (double)v0);
        }
        work[0 + j] = q0;
        work[129 + j] = q1;
        work[258 + j] = q2;
        __syncthreads();
        for (int x = j; x < 64; x += 128)
        {
            double* row = work + 0 + (x / 32) * 129 + x % 32;
            double whole = row[0];
            for (int q = 1; q < 4; ++q)
            {
                whole = whole + row[q * 32];
            }
            row[0] = whole;
        }
        for (int x = j; x < 32; x += 128)
        {
            double* row = work + 258 + (x / 32) * 129 + x % 32;
            double whole = row[0];
            for (int q = 1; q < 4; ++q)
            {
                whole = larger_f64(whole, row[q * 32]);
            }
            row[0] = whole;
        }
        __syncthreads();
        for (int x = j; x < 2; x += 128)
        {
            double* row = work + 0 + x * 129;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[0 + x] = whole;
        }
        for (int x = j; x < 1; x += 128)
        {
            double* row = work + 258 + x * 129;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = larger_f64(whole, row[q * 1]);
            }
            results[2 + x] = whole;
        }
        __syncthreads();
    }

    // 4. selection %36 of a
    {
        unsigned int* cells = (unsigned int*)work;
        unsigned int key[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            key[p] = 0;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const float v0 = volume[t];
                key[p] = order_f32(v0);
            }
        }
        const double s20 = (double)(n_a > 0 ? n_a - 0 : 0);
        const double s32 = s20 + 9.0;
        const double s33 = ratio_f64(s32, 10.0);
        unsigned int bound = 0;
        int shift = 32, reached = -1, k = 0, row = 0;
        do
        {
            const unsigned int low = bound;
            shift -= 2;
            const unsigned int step = (unsigned int)1 << shift;
            unsigned int counts = 0;
            for (int p = 0; p < 2; ++p)
            {
                counts += (key[p] >= low + step) + ((key[p] >= low + 2 * step) << 8) + ((key[p] >= low + 3 * step) << 16) + ((unsigned int)(key[p] >= 1) << 24);
            }
            counts = group_sum(counts, cells + row, j);
            row = 128 - row;
            const int first = (int)(counts & 255), second = (int)(counts >> 8 & 255), third = (int)(counts >> 16 & 255), present = (int)(counts >> 24);
            k = s33 >= 1.0 ? (s33 < (double)present ? (int)s33 : present) : 0;
            bound = third >= k ? low + 3 * step : second >= k ? low + 2 * step : first >= k ? low + step : low;
            reached = third >= k ? third : second >= k ? second : first >= k ? first : reached < 0 ? present : reached;
        }
        while ((shift > 0) & (reached > k));
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            marks36[i] = k == 0 ? 0 : key[p] > bound ? 1 : key[p] == bound ? 2 : 0;
        }
        __syncthreads();
        unsigned int dropped = 0;
        for (int p = 0; p < 2 && k > 0 && reached > k; ++p)
        {
            int later = 0;
            for (int i = j + p * 128 + 1; i < 256 && key[p] == bound; ++i)
            {
                later += marks36[i] == 2;
            }
            dropped |= (unsigned int)(key[p] == bound && later < reached - k) << p;
        }
        __syncthreads();
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            if (dropped >> p & 1) { marks36[i] = 0; }
        }
        __syncthreads();
    }

    // 5. ranks %34 of a
    {
        unsigned int* keys = (unsigned int*)work + 0;
        unsigned int own[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            own[p] = (unsigned int)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const float v0 = volume[t];
                own[p] = order_f32(v0);
            }
            keys[i] = own[p];
        }
        __syncthreads();
        int place[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            place[p] = 1;
        }
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const unsigned int k = keys[q];
            hasNaN |= k == 1;
            for (int p = 0; p < 2; ++p)
            {
                const int i = j + p * 128;
                place[p] += k < own[p] + (q < i);
            }
        }
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            marks34[i] = (unsigned char)(hasNaN || own[p] == (unsigned int)-1 ? 0 : place[p]);
        }
        __syncthreads();
    }

    // 6. cumulation %35 of a
    {
        float* x = (float*)work + 256;
        unsigned int bound[2];
        int place[2], reached[2], present = 0;
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            bound[p] = place[p] = reached[p] = 0;
        }
        unsigned int* keys = (unsigned int*)work + 0;
        unsigned int own[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            own[p] = (unsigned int)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const float v7 = close[t];
                own[p] = order_f32(v7);
                const float v0 = volume[t];
                x[i] = v0;
                bound[p] = order_f32(v7);
            }
            keys[i] = own[p];
        }
        __syncthreads();
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const unsigned int k = keys[q];
            hasNaN |= k == 1;
            present += k != (unsigned int)-1;
            for (int p = 0; p < 2; ++p)
            {
                const int i = j + p * 128;
                place[p] += k < own[p] + (q < i);
                reached[p] += k <= bound[p];
            }
        }
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            if (own[p] != (unsigned int)-1) { m35[place[p]] = x[i]; }
        }
        __syncthreads();
        if (j == 0)
        {
            double sum = 0.0;
            for (int q = 0; q < present; ++q)
            {
                sum += (double)m35[q];
                x[q] = (float)sum;
            }
        }
        __syncthreads();
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            m35[i] = hasNaN || bound[p] == 1 ? __int_as_float(0x7fc00000) : reached[p] == 0 ? 0.0f : x[reached[p] - 1];
        }
        __syncthreads();
    }

    // 7. groups %39 of a
    {
        float* x = (float*)work + 256;
        unsigned int* keys = (unsigned int*)work + 0;
        unsigned int own[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            own[p] = (unsigned int)-1;
            if (i < n_a)
            {
                const int t = a_slot[i];
                const float v7 = close[t];
                own[p] = order_f32(v7);
                const float v35 = m35[i];
                x[i] = v35;
            }
            keys[i] = own[p];
        }
        __syncthreads();
        double sum[2];
        int isLater[2];
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            sum[p] = 0.0;
            isLater[p] = 0;
        }
        int hasNaN = 0;
        for (int q = 0; q < n_a; ++q)
        {
            const unsigned int k = keys[q];
            hasNaN |= k == 1;
            const double element = (double)x[q];
            for (int p = 0; p < 2; ++p)
            {
                const int i = j + p * 128;
                if (k == own[p]) { sum[p] += element; isLater[p] |= q < i && k != 1; }
            }
        }
        for (int p = 0; p < 2; ++p)
        {
            const int i = j + p * 128;
            m39[i] = hasNaN ? __int_as_float(0x7fc00000) : (float)sum[p];
            marks39[i] = (unsigned char)(own[p] != (unsigned int)-1 && !isLater[p]);
        }
        __syncthreads();
    }

    // 8. level 3: 3 reductions in 1 loop: sum %38[a&%36] %39[a&%39]; count [a&%36]
    {
        double q2 = 0.0;
        double q0 = 0.0;
        double q1 = 0.0;
        for (int i = j; i < n_a; i += 128)
        {
            const int c36 = marks36[i] != 0;
            if (c36) { q2 += 1.0; }
            const float v34 = marks34[i] == 0 ? __int_as_float(0x7fc00000) : (float)marks34[i];
            if (c36) { q0 += (double)v34; }
            const float v39 = m39[i];
            const int there39 = marks39[i] != 0;
            if (there39) { q1 += (double)v39; }
        }
        work[258 + j] = q2;
        work[0 + j] = q0;
        work[129 + j] = q1;
        __syncthreads();
        for (int x = j; x < 96; x += 128)
        {
            double* row = work + 0 + (x / 32) * 129 + x % 32;
            double whole = row[0];
            for (int q = 1; q < 4; ++q)
            {
                whole = whole + row[q * 32];
            }
            row[0] = whole;
        }
        __syncthreads();
        for (int x = j; x < 3; x += 128)
        {
            double* row = work + 0 + x * 129;
            double whole = row[0];
            for (int q = 1; q < 32; ++q)
            {
                whole = whole + row[q * 1];
            }
            results[3 + x] = whole;
        }
        __syncthreads();
    }

    // 9. windows %5 of a
    {
        float* x = (float*)work + 0;
        float* y = (float*)work + 256;
        for (int i = j; i < n_a; i += 128)
        {
            const int t = a_slot[i];
            const float v3 = high[t];
            x[i] = v3;
            const float v4 = low[t];
            y[i] = v4;
        }
        __syncthreads();
        for (int i = j; i < n_a; i += 128)
        {
            float value = __int_as_float(0x7fc00000);
            if (i >= 49)
            {
                double mean_x = 0.0;
                int same_x = 1;
                double mean_y = 0.0;
                int same_y = 1;
                for (int q = i - 49; q <= i; ++q)
                {
                    mean_x += (double)x[q];
                    same_x &= x[q] == x[i - 49];
                    mean_y += (double)y[q];
                    same_y &= y[q] == y[i - 49];
                }
                mean_x /= 50.0;
                mean_y /= 50.0;
                double products = 0.0;
                for (int q = i - 49; q <= i; ++q)
                {
                    products += ((double)x[q] - mean_x) * ((double)y[q] - mean_y);
                }
                value = (float)((same_x | same_y ? 0.0 : products) / 49.0);
            }
            m5[i] = value;
        }
        __syncthreads();
    }

    // 10. write 2 factors: windows, orders
    if (j == 0)
    {
        const double s18 = results[0];
        const int c19 = s18 > 0.0;
        const double s20 = (double)(n_a > 0 ? n_a - 0 : 0);
        const int c21 = s20 >= 1.0;
        const int c22 = c19 & c21;
        const int k23 = inside(n_a - 1);
        const float v5_k23 = m5[k23];
        const double s23 = 49 < n_a ? v5_k23 : __longlong_as_double(0x7ff8000000000000ll);
        const double s6 = day_values[(unsigned long long)0 * S + s];
        const double s24 = s23 * s6;
        const double s25 = s24 * s6;
        const double s26 = results[1];
        const double s27 = s25 + s26;
        const double s28 = c22 ? s27 : __longlong_as_double(0x7ff8000000000000ll);
        const double s29 = fabs(s28) == __longlong_as_double(0x7ff0000000000000ll) ? __longlong_as_double(0x7ff8000000000000ll) : s28;
        values[(unsigned long long)0 * S + s] = (float)s29;
        const double s30 = 0 < n_a ? results[2] : __longlong_as_double(0x7ff8000000000000ll);
        const int c31 = s30 == s30;
        const double s40 = results[5];
        const int c41 = s40 >= 1.0;
        const int c42 = c31 & c41;
        const int c43 = c22 & c42;
        const double s44 = results[3];
        const double s45 = results[4];
        const double s46 = ratio_f64(s44, s45);
        const double s47 = c43 ? s46 : __longlong_as_double(0x7ff8000000000000ll);
        const double s48 = fabs(s47) == __longlong_as_double(0x7ff0000000000000ll) ? __longlong_as_double(0x7ff8000000000000ll) : s47;
        values[(unsigned long long)1 * S + s] = (float)s48;
    }
}

