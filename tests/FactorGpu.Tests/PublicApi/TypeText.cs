using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace FactorGpu.Tests.PublicApi;

/// <summary>Names of types as C# writes them: short, with type arguments and question marks.</summary>
internal static class TypeText
{
    private static readonly FrozenDictionary<Type, string> s_keywords = new Dictionary<Type, string>
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    }.ToFrozenDictionary();

    /// <summary>The type of a member; <paramref name="info"/> knows where null may stand, and is null where nobody asks.</summary>
    internal static string Of(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, info);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        // The runtime calls an unconstrained T nullable whether it carries a question mark or not.
        string mark = !type.IsValueType && !type.IsGenericParameter && info?.ReadState == NullabilityState.Nullable ? "?" : "";
        return Core(type, info) + mark;
    }

    /// <summary>A type where it is declared: with the types around it and the names of its parameters.</summary>
    internal static string Declared(Type type)
    {
        string outer = type.DeclaringType is null ? "" : Bare(type.DeclaringType) + ".";
        return outer + Bare(type) + Parameters(type.GetGenericArguments());
    }

    /// <summary>Type parameters between angle brackets, or nothing.</summary>
    internal static string Parameters(Type[] parameters) => parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(p => p.Name))}>";

    private static string Core(Type type, NullabilityInfo? info)
    {
        if (s_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, info?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsPointer)
        {
            return Of(type.GetElementType()!) + "*";
        }

        Type[] arguments = type.GetGenericArguments();
        bool isKnown = info is not null && info.GenericTypeArguments.Length == arguments.Length;
        IEnumerable<string> written = arguments.Select((argument, i) => Of(argument, isKnown ? info!.GenericTypeArguments[i] : null));
        return arguments.Length == 0 ? type.Name : $"{Bare(type)}<{string.Join(", ", written)}>";
    }

    private static string Bare(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }
}
