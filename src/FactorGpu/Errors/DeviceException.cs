using System;

namespace FactorGpu.Errors;

/// <summary>A device, its driver or its compiler is missing, refuses something, or fails.</summary>
public sealed class DeviceException : FactorGpuException
{
    /// <summary>Makes an exception with a full sentence as its message.</summary>
    /// <param name="message">What was asked, what was found, on which device, what to do.</param>
    public DeviceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception that adds the device to an inner one.</summary>
    /// <param name="message">What was asked, what was found, on which device, what to do.</param>
    /// <param name="innerException">What happened below.</param>
    public DeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when the device had too little memory, so that less at a time may do.</summary>
    internal bool IsOutOfMemory { get; init; }
}
