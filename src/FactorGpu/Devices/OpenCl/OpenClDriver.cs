using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>The devices that are reached through OpenCL 1.2 or later, of all platforms.</summary>
/// <param name="library">The loader.</param>
internal sealed class OpenClDriver(OpenClLibrary library) : IGpuDriver
{
    /// <summary>Uses the loader of this machine.</summary>
    internal OpenClDriver()
        : this(OpenClLibrary.Installed)
    {
    }

    public GpuSearch Search()
    {
        OpenClSearch search = OpenClSearch.Of(library);
        return new GpuSearch { Kind = GpuDeviceKind.OpenCl, Devices = [.. search.Candidates.Select(candidate => candidate.Info)], Reasons = search.Reasons };
    }

    public IGpuDevice Open(GpuDeviceInfo device)
    {
        if (library.Handle == 0)
        {
            Throw.OpenClMissing(OpenClCall.PlaceOf(device), string.Join(", ", library.Reasons));
        }

        ImmutableArray<OpenClCandidate> candidates = OpenClSearch.Of(library).Candidates;
        OpenClCandidate? candidate = candidates.FirstOrDefault(c => (c.Info.Index, c.Info.Name, c.Info.Platform) == (device.Index, device.Name, device.Platform));
        if (candidate is null)
        {
            Throw.OpenClDeviceGone(OpenClCall.PlaceOf(device), candidates.IsEmpty ? "none" : string.Join("; ", candidates.Select(c => OpenClCall.PlaceOf(c.Info))));
        }

        return new OpenClDevice(candidate);
    }
}
