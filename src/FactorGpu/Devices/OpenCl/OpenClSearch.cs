using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>Goes through platforms and their devices. What is broken becomes a reason and hides nothing beside it.</summary>
internal sealed class OpenClSearch
{
    private readonly List<OpenClCandidate> _found = [];
    private readonly List<string> _reasons = [];

    /// <summary>The devices, the best first, each with its place among them as its index.</summary>
    /// <remarks>GPUs stand before accelerators and these before processors; else the order is the loader's.</remarks>
    internal ImmutableArray<OpenClCandidate> Candidates
        => [.. _found.OrderBy(candidate => Rank(candidate.Types)).Select((candidate, i) => candidate with { Info = candidate.Info with { Index = i } })];

    /// <summary>What stood in the way.</summary>
    internal ImmutableArray<string> Reasons => [.. _reasons];

    /// <summary>Searches with the library of this process.</summary>
    internal static OpenClSearch Of(OpenClLibrary library)
    {
        var search = new OpenClSearch();
        search._reasons.AddRange(library.Reasons);
        if (library.Handle == 0)
        {
            return search;
        }

        // PoCL sets its devices up at the first question for them; a second thread that asks meanwhile gets none, or half of one.
        lock (library)
        {
            search.GoThroughLoader(library);
        }

        return search;
    }

    /// <summary>Goes through platforms.</summary>
    /// <param name="platforms">The platforms.</param>
    /// <param name="devices">Lists the devices of one, or throws.</param>
    /// <param name="read">Reads what is known of a device, or throws.</param>
    internal void GoThrough(
        ImmutableArray<PlatformId> platforms, Func<PlatformId, ImmutableArray<DeviceId>> devices, Func<PlatformId, DeviceId, OpenClCandidate> read)
    {
        foreach (PlatformId platform in platforms)
        {
            foreach (DeviceId device in OrReason(() => devices(platform), []))
            {
                if (OrReason(() => read(platform, device), null) is { } candidate)
                {
                    _found.Add(candidate);
                }
            }
        }
    }

    private void GoThroughLoader(OpenClLibrary library)
    {
        OpenClStatus status = OpenClListing.Platforms(out ImmutableArray<PlatformId> platforms);
        if (status == OpenClStatus.Success)
        {
            GoThrough(platforms, OpenClListing.Devices, OpenClListing.Read);
            return;
        }

        _reasons.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{library.FileName} knows no platform (clGetPlatformIDs returned {status.Symbol()}, {(int)status}): no driver for OpenCL is installed"));
    }

    private T OrReason<T>(Func<T> ask, T otherwise)
    {
        try
        {
            return ask();
        }
        catch (DeviceException broken)
        {
            _reasons.Add(broken.Message);
            return otherwise;
        }
    }

    private static int Rank(DeviceTypes types)
        => types.HasFlag(DeviceTypes.Gpu) ? 0 : types.HasFlag(DeviceTypes.Accelerator) ? 1 : 2;
}
