using System;

namespace FactorGpu.Errors;

/// <summary>Minute bars, or the file they come in, are not what was asked for.</summary>
public sealed class BarFormatException : FactorGpuException
{
    /// <summary>Makes an exception with a full sentence as its message.</summary>
    /// <param name="message">What was asked, what was found, where (file, row, column), what to do.</param>
    public BarFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception that adds the place to an inner one.</summary>
    /// <param name="message">What was asked, what was found, where (file, row, column), what to do.</param>
    /// <param name="innerException">What happened below.</param>
    public BarFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
