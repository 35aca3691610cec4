namespace FactorGpu.Errors;

/// <summary>A factor is not known, or its definition cannot be made into a program.</summary>
public sealed class FactorDefinitionException : FactorGpuException
{
    /// <summary>Makes an exception with a full sentence as its message.</summary>
    /// <param name="message">What was asked, what was found, where, what to do.</param>
    public FactorDefinitionException(string message)
        : base(message)
    {
    }
}
