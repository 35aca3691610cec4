using System;

namespace FactorGpu.Errors;

/// <summary>Base of every exception that FactorGpu throws on its own account.</summary>
/// <remarks>The message says what was asked, what was found, where, and what to do. Misuse of a parameter stays an <see cref="ArgumentException"/>.</remarks>
public class FactorGpuException : Exception
{
    /// <summary>Makes an exception with a full sentence as its message.</summary>
    /// <param name="message">What was asked, what was found, where, what to do.</param>
    public FactorGpuException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception that adds the place to an inner one.</summary>
    /// <param name="message">What was asked, what was found, where, what to do.</param>
    /// <param name="innerException">What happened below.</param>
    public FactorGpuException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
