using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Xunit;

namespace FactorGpu.Tests;

/// <summary>A stack of a known size, so that what recurses need not be endless to reach its end.</summary>
internal static class SmallStack
{
    private const int Bytes = 512 * 1024;

    /// <summary>Runs an action on a thread of its own, and throws what it throws.</summary>
    internal static void Run(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action), Bytes);
        thread.Start();
        thread.Join();
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }
}
