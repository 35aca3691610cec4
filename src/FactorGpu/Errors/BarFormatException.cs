using System;
using System.Linq;

namespace FactorGpu.Errors;

/// <summary>Minute bars, or the file they come in, are not what was asked for.</summary>
public sealed class BarFormatException : FactorGpuException
{
    /// <summary>Makes an exception with a full sentence as its message.</summary>
    /// <param name="message">What was asked, what was found, where (file, row, column), what to do.</param>
    public BarFormatException(string message)
        : base(Printable(message))
    {
    }

    /// <summary>Makes an exception that adds the place to an inner one.</summary>
    /// <param name="message">What was asked, what was found, where (file, row, column), what to do.</param>
    /// <param name="innerException">What happened below.</param>
    public BarFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What a file holds stands in the message, on its one line, and does not steer the terminal that shows it.</summary>
    private static string Printable(string message) => string.Concat(message.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
