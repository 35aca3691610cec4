using System;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Devices.OpenCl.Native;

namespace FactorGpu.Devices.OpenCl;

/// <summary>What a device says of itself.</summary>
/// <param name="device">The device.</param>
/// <param name="place">The device in words, as far as it is known.</param>
internal sealed class OpenClProperties(DeviceId device, string place)
{
    internal string Text(DeviceQuery query) => AsText(Bytes(query));

    /// <summary>A number of 32 or 64 bits.</summary>
    internal long Number(DeviceQuery query) => AsNumber(Bytes(query));

    /// <summary>The first of several sizes.</summary>
    internal long FirstSize(DeviceQuery query) => (long)MemoryMarshal.Read<nuint>(Bytes(query));

    /// <summary>The first number that the device knows, or the default of 1: what came with later versions or extensions is unknown to many.</summary>
    internal long NumberOf(ReadOnlySpan<DeviceQuery> queries)
    {
        foreach (DeviceQuery query in queries)
        {
            if (TryBytes(query, out byte[] value) == OpenClStatus.Success && AsNumber(value) > 0)
            {
                return AsNumber(value);
            }
        }

        return 1;
    }

    /// <summary>A number, or 0 where the device does not know what is asked.</summary>
    internal long NumberOrZero(DeviceQuery query) => TryBytes(query, out byte[] value) == OpenClStatus.Success ? AsNumber(value) : 0;

    /// <summary>Text as OpenCL gives it: UTF-8 that ends with a 0, padded with blanks by some drivers.</summary>
    internal static string AsText(byte[] value)
    {
        int end = Array.IndexOf(value, (byte)0);
        return Encoding.UTF8.GetString(value, 0, end < 0 ? value.Length : end).Trim();
    }

    private static long AsNumber(byte[] value)
        => value.Length >= sizeof(ulong) ? (long)Math.Min(MemoryMarshal.Read<ulong>(value), long.MaxValue)
            : value.Length == sizeof(uint) ? MemoryMarshal.Read<uint>(value) : 0;

    private byte[] Bytes(DeviceQuery query)
    {
        TryBytes(query, out byte[] value).Check($"clGetDeviceInfo of {query}", place);
        return value;
    }

    private OpenClStatus TryBytes(DeviceQuery query, out byte[] value)
    {
        value = [];
        OpenClStatus status = OpenClNative.GetDeviceInfo(device, query, 0, default, out nuint bytes);
        if (status != OpenClStatus.Success)
        {
            return status;
        }

        value = new byte[bytes];
        return OpenClNative.GetDeviceInfo(device, query, bytes, value, out _);
    }
}
