using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace FactorGpu.Bars;

/// <summary>Runs independent pieces of work on all cores.</summary>
internal static class InParallel
{
    /// <summary>Runs pieces 0..count-1; where some fail, the exception of the lowest reaches the caller as itself, as in a plain loop.</summary>
    internal static void For(int count, Action<int> work)
    {
        var failures = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, (i, state) =>
        {
            try
            {
                work(i);
            }
            catch (Exception e)
            {
                failures[i] = ExceptionDispatchInfo.Capture(e);
                state.Break();
            }
        });
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
    }
}
