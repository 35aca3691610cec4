using System;
using System.Collections.Immutable;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>Platforms and devices as the loader lists them, and what a device says of itself.</summary>
internal static class OpenClListing
{
    private const long CorrectlyRoundedDivideSqrt = 1 << 7; // CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT

    /// <summary>The platforms; the status says why there are none.</summary>
    internal static OpenClStatus Platforms(out ImmutableArray<PlatformId> platforms)
    {
        platforms = [];
        OpenClStatus status = OpenClNative.GetPlatformIds(0, default, out uint count);
        if (status != OpenClStatus.Success)
        {
            return status;
        }

        if (count == 0)
        {
            return OpenClStatus.PlatformNotFoundKhr;
        }

        var ids = new PlatformId[count];
        status = OpenClNative.GetPlatformIds(count, ids, out _);
        platforms = [.. ids];
        return status;
    }

    /// <summary>The devices of a platform.</summary>
    /// <exception cref="DeviceException">The platform has none, or is broken.</exception>
    internal static ImmutableArray<DeviceId> Devices(PlatformId platform)
    {
        string place = $"the platform {PlatformText(platform, PlatformQuery.Name)}";
        OpenClNative.GetDeviceIds(platform, DeviceTypes.All, 0, default, out uint count).Check("clGetDeviceIDs", place);
        var ids = new DeviceId[count];
        OpenClNative.GetDeviceIds(platform, DeviceTypes.All, count, ids, out _).Check("clGetDeviceIDs", place);
        return [.. ids];
    }

    /// <summary>A device with all that is known of it but its index.</summary>
    /// <exception cref="DeviceException">It cannot be used, or does not say what it must.</exception>
    internal static OpenClCandidate Read(PlatformId platform, DeviceId device)
    {
        string platformName = PlatformText(platform, PlatformQuery.Name);
        string name = new OpenClProperties(device, $"a device of the platform {platformName}").Text(DeviceQuery.Name);
        string place = $"\"{name}\" of the platform {platformName}";
        var properties = new OpenClProperties(device, place);
        DemandUsable(properties, place);
        var types = (DeviceTypes)properties.Number(DeviceQuery.Type);
        return new OpenClCandidate
        {
            Platform = platform,
            Id = device,
            Types = types,
            Info = Describe(properties) with
            {
                Name = name,
                Platform = $"{platformName}, {PlatformText(platform, PlatformQuery.Version)}",
                IsProcessor = types.HasFlag(DeviceTypes.Cpu),
            },
        };
    }

    /// <summary>True for a version text such as "OpenCL 1.2 CUDA" that states 1.2 or later.</summary>
    internal static bool IsRecentEnough(string version)
        => version.Split(' ') is [_, string number, ..] && Version.TryParse(number, out Version? parsed) && parsed >= new Version(1, 2);

    private static void DemandUsable(OpenClProperties properties, string place)
    {
        string version = properties.Text(DeviceQuery.Version);
        if (!IsRecentEnough(version))
        {
            Throw.OpenClDeviceUnusable(place, $"it offers {version}, and OpenCL 1.2 or later is needed");
        }

        if (properties.Number(DeviceQuery.Available) == 0)
        {
            Throw.OpenClDeviceUnusable(place, "its driver says that it is not available");
        }

        if (properties.Number(DeviceQuery.CompilerAvailable) == 0)
        {
            Throw.OpenClDeviceUnusable(place, "its driver has no compiler");
        }
    }

    private static GpuDeviceInfo Describe(OpenClProperties properties) => new()
    {
        Kind = GpuDeviceKind.OpenCl,
        Index = 0,
        Name = "",
        Platform = "",
        Driver = properties.Text(DeviceQuery.DriverVersion),
        MemoryBytes = properties.Number(DeviceQuery.GlobalMemSize),
        LargestBufferBytes = properties.Number(DeviceQuery.MaxMemAllocSize),
        LocalBytes = (int)Math.Min(properties.Number(DeviceQuery.LocalMemSize), int.MaxValue),
        LargestGroup = (int)Math.Min(Math.Min(properties.FirstSize(DeviceQuery.MaxWorkGroupSize), properties.FirstSize(DeviceQuery.MaxWorkItemSizes)), int.MaxValue),
        PreferredGroupMultiple = (int)properties.NumberOf([DeviceQuery.PreferredWorkGroupSizeMultiple, DeviceQuery.WarpSizeNv, DeviceQuery.WavefrontWidthAmd]),
        HasFp64 = properties.NumberOrZero(DeviceQuery.DoubleFpConfig) != 0,
        RoundsSingleCorrectly = (properties.Number(DeviceQuery.SingleFpConfig) & CorrectlyRoundedDivideSqrt) != 0,
    };

    private static string PlatformText(PlatformId platform, PlatformQuery query)
    {
        OpenClNative.GetPlatformInfo(platform, query, 0, default, out nuint bytes).Check($"clGetPlatformInfo of {query}", "a platform");
        byte[] value = new byte[bytes];
        OpenClNative.GetPlatformInfo(platform, query, bytes, value, out _).Check($"clGetPlatformInfo of {query}", "a platform");
        return OpenClProperties.AsText(value);
    }
}
