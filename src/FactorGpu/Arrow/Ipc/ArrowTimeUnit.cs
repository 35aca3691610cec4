namespace FactorGpu.Arrow.Ipc;

/// <summary>Units of times and time stamps, numbered as in the format.</summary>
internal enum ArrowTimeUnit
{
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
}
