/* Writes values.csv: function, argument, value in 80-bit arithmetic (x87 long double of the C library) with 21 digits.
   cc -O0 make.c -o make -lm && ./make > values.csv */
#include <math.h>
#include <stdio.h>

static void write_row(const char *name, long double (*f)(long double), double x) { printf("%s,%.17g,%.21Lg\n", name, x, f(x)); }

int main(void)
{
    static const double mantissas[] = { 1.0, 1.1, 1.2345678901234567, 1.5, 1.9, 2.718281828459045, 3.3, 4.75, 6.0221, 7.7, 9.999999 };
    puts("function,x,value");
    for (int e = -20; e <= 2; e++) {
        for (int m = 0; m < (int)(sizeof mantissas / sizeof *mantissas); m++) {
            double x = mantissas[m] * pow(10, e);
            write_row("log", logl, x);
            write_row("cbrt", cbrtl, x);
            write_row("cbrt", cbrtl, -x);
            write_row("atan", atanl, x);
            write_row("atan", atanl, -x);
            write_row("exp", expl, x < 700 ? x : 1 / x);
            write_row("exp", expl, -x / 2);
            write_row("log1p", log1pl, x);
            write_row("expm1", expm1l, x < 700 ? x : 1 / x);
            write_row("expm1", expm1l, -x);
            if (x < 1) {
                write_row("log1p", log1pl, -x);
                write_row("log", logl, 1 - x);
                write_row("log", logl, 1 + x);
            }
        }
    }
    for (int k = -100; k <= 1060; k++) {
        double x = k / 40.0 + k / 7919.0;
        if (x < 26.5) {
            write_row("erfc", erfcl, x);
        }
    }
    return 0;
}
