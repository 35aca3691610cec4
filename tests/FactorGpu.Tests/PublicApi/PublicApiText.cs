using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FactorGpu.Tests.PublicApi;

/// <summary>The public surface of an assembly as sorted text that a reviewer can read.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All public types by namespace and name, each with its public and protected members; what the compiler adds to a record is left out.</summary>
    internal static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string?, Type> group in assembly.GetExportedTypes().GroupBy(t => t.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("namespace ").Append(group.Key).Append('\n');
            foreach (Type type in group.OrderBy(TypeText.Declared, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Write(type));
            }
        }

        return text.ToString();
    }

    /// <summary>One type: a line for itself, and an indented line a member.</summary>
    internal static string Write(Type type)
    {
        var text = new StringBuilder();
        text.Append(Head(type)).Append('\n');
        if (type.IsEnum)
        {
            foreach (FieldInfo value in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                text.Append("    ").Append(MemberText.Of(value)).Append('\n');
            }
        }
        else if (!type.IsAssignableTo(typeof(Delegate)))
        {
            foreach ((_, string line) in Members(type).OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Line, StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        if (type.IsAssignableTo(typeof(Delegate)))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"delegate {TypeText.Of(invoke.ReturnType)} {TypeText.Declared(type)}({MemberText.Parameters(invoke)})";
        }

        Type[] inherited = type.BaseType?.GetInterfaces() ?? [];
        IEnumerable<string> interfaces = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic).Select(i => TypeText.Of(i)).Order(StringComparer.Ordinal);
        IEnumerable<string> bases = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? interfaces.Prepend(TypeText.Of(b)) : interfaces;
        string[] listed = type.IsEnum ? [] : [.. bases];
        return $"{Kind(type)} {TypeText.Declared(type)}{(listed.Length == 0 ? "" : " : ")}{string.Join(", ", listed)}";
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return type.IsDefined(typeof(FlagsAttribute), inherit: false) ? "[Flags] enum" : "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        bool isRecord = type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute));
        string record = isRecord ? "record " : "";
        if (type.IsValueType)
        {
            return (type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct";
        }

        string derivation = type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return derivation + record + "class";
    }

    private static IEnumerable<(string Name, string Line)> Members(Type type)
    {
        foreach (MemberInfo member in type.GetMembers(Declared).Where(m => !IsCompilerMade(m)))
        {
            string? line = member switch
            {
                FieldInfo field when field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !type.IsSealed) => MemberText.Of(field),
                ConstructorInfo constructor when MemberText.IsSeen(constructor) => MemberText.Of(constructor, type.Name.Split('`')[0]),
                PropertyInfo property when property.GetAccessors(nonPublic: true).Any(MemberText.IsSeen) => MemberText.Of(property),
                EventInfo @event when MemberText.IsSeen(@event.AddMethod) => MemberText.Of(@event),
                MethodInfo method when MemberText.IsSeen(method) && !IsAccessor(method) => MemberText.Of(method),
                _ => null,
            };
            if (line is not null)
            {
                yield return (member.Name, line);
            }
        }
    }

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
