using System;
using FactorGpu.Bars;
using FactorGpu.Engines;
using FactorGpu.Errors;

namespace FactorGpu;

/// <content>Bars that stay on devices.</content>
public sealed partial class MinuteBars
{
    /// <summary>Uploads all days to devices, where they stay for any number of programs until the result is disposed of.</summary>
    /// <param name="options">Which devices: the engine OpenCl or Cuda, or Auto for the best GPU, and the index of one. Several devices share the days.</param>
    /// <param name="precision">
    /// Precision of the programs to come, in which the days are uploaded at once. The other one's form follows, and stays too, when a program or a factor first needs it.
    /// </param>
    /// <exception cref="DeviceException">There is no such device, or it has too little memory: the message says how much is needed.</exception>
    /// <remarks>Memory on the device: 8 fields x 242 minutes x 8 bytes a stock-day in double precision, about 77 MB a day of 5000 stocks, and half of that in single.</remarks>
    public DeviceBars ToDevice(ComputeOptions options, Precision precision = Precision.Double)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ToDevice(options, precision, new EngineFactory());
    }

    /// <summary>Uploads to the devices of a factory.</summary>
    internal DeviceBars ToDevice(ComputeOptions options, Precision precision, EngineFactory factory)
    {
        EngineChoice choice = factory.ChooseResident(options, precision);
        PartsEngine engine = factory.MakeResident(choice, Days, options.Threads);
        try
        {
            engine.Prepare(precision);
        }
        catch
        {
            engine.Dispose();
            throw;
        }

        return new DeviceBars(Days, engine, choice.Devices);
    }
}
