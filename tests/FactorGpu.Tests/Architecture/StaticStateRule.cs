using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Architecture;

/// <summary>No static state that changes: a static field is const, or readonly and of a type whose value cannot change.</summary>
internal static class StaticStateRule
{
    private const BindingFlags DeclaredStatics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags DeclaredInstances = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Immutable types of the runtime without type arguments, beside the primitives and enums.</summary>
    private static readonly FrozenSet<Type> s_immutable = FrozenSet.Create(
        typeof(string), typeof(decimal), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(DateOnly), typeof(TimeOnly),
        typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid), typeof(Version), typeof(Type), typeof(Regex), typeof(Uri),
        typeof(StringComparer), typeof(Index), typeof(Range), typeof(System.Text.Rune), typeof(System.Text.CompositeFormat));

    /// <summary>Immutable generic types of the runtime, where their type arguments are.</summary>
    private static readonly FrozenSet<Type> s_immutableOf = FrozenSet.Create(
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>),
        typeof(FrozenDictionary<,>), typeof(FrozenSet<>), typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(System.Buffers.SearchValues<>),
        typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(Tuple<,>), typeof(Tuple<,,>),
        typeof(System.Runtime.Intrinsics.Vector128<>), typeof(System.Runtime.Intrinsics.Vector256<>), typeof(System.Runtime.Intrinsics.Vector512<>), typeof(Vector<>));

    /// <summary>The broken rules of one type's own static fields, in words. What the compiler makes (lambda caches) is left out, what it makes for a static property is not.</summary>
    internal static IEnumerable<string> Check(Type type)
    {
        if (IsCompilerMade(type))
        {
            yield break;
        }

        foreach (FieldInfo field in type.GetFields(DeclaredStatics).Where(f => !f.IsLiteral))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{type.FullName}.{field.Name}");
            if (!field.IsInitOnly)
            {
                yield return $"{name} is static and not readonly.";
            }
            else if (!IsImmutable(field.FieldType, type.Assembly, []))
            {
                yield return $"{name} is static and a {field.FieldType}, which can change.";
            }
        }
    }

    private static bool IsCompilerMade(Type type)
        => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal)
            || (type.DeclaringType is { } outer && IsCompilerMade(outer));

    /// <param name="type">The type of a field.</param>
    /// <param name="own">The assembly whose types are looked into.</param>
    /// <param name="asked">Types on the way to this one: a type that holds itself changes only if something else in it does.</param>
    private static bool IsImmutable(Type type, Assembly own, HashSet<Type> asked)
    {
        if (type.IsPrimitive || type.IsEnum || s_immutable.Contains(type) || type.IsAssignableTo(typeof(Delegate)) || !asked.Add(type))
        {
            return true;
        }

        if (type.IsConstructedGenericType && s_immutableOf.Contains(type.GetGenericTypeDefinition()))
        {
            return type.GetGenericArguments().All(argument => IsImmutable(argument, own, asked));
        }

        return type.Assembly == own && !type.IsGenericParameter
            && InstanceFields(type).All(field => field.IsInitOnly && IsImmutable(field.FieldType, own, asked))
            && (type.IsSealed || Below(type).All(derived => IsImmutable(derived, own, asked)));
    }

    /// <summary>What of the same assembly derives from a type or implements it: the only values such a field is given.</summary>
    private static IEnumerable<Type> Below(Type type) => type.Assembly.GetTypes().Where(t => t != type && t.IsAssignableTo(type));

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (Type? t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
        {
            foreach (FieldInfo field in t.GetFields(DeclaredInstances))
            {
                yield return field;
            }
        }
    }
}
