using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FactorGpu.Tests.PublicApi;

/// <summary>One line for a member that users or derived types see.</summary>
internal static class MemberText
{
    internal static string Of(FieldInfo field)
    {
        string constant = field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "";
        if (field.DeclaringType!.IsEnum)
        {
            return field.Name + constant;
        }

        string kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{Access(field.IsPublic)}{kind}{TypeText.Of(field.FieldType, new NullabilityInfoContext().Create(field))} {field.Name}{constant}";
    }

    internal static string Of(ConstructorInfo constructor, string typeName) => $"{Access(constructor.IsPublic)}{typeName}({Parameters(constructor)})";

    internal static string Of(MethodInfo method)
    {
        string result = (method.ReturnType.IsByRef ? "ref " : "") + TypeText.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));
        return $"{Access(method.IsPublic)}{Kind(method)}{result} {method.Name}{TypeText.Parameters(method.GetGenericArguments())}({Parameters(method)})";
    }

    internal static string Of(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(IsSeen)];
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string type = TypeText.Of(property.PropertyType, new NullabilityInfoContext().Create(property));
        return $"{Access(accessors.Any(a => a.IsPublic))}{Kind(accessors[0])}{required}{type} {name} {{ {string.Concat(accessors.Select(Accessor))}}}";
    }

    internal static string Of(EventInfo @event)
        => $"{Access(@event.AddMethod!.IsPublic)}{Kind(@event.AddMethod)}event {TypeText.Of(@event.EventHandlerType!, new NullabilityInfoContext().Create(@event))} {@event.Name}";

    internal static string Parameters(MethodBase method)
        => (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    /// <summary>True for what is public, or protected in a type that may be derived from.</summary>
    internal static bool IsSeen(MethodBase? method) => method is not null && (method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed));

    private static string Access(bool isPublic) => isPublic ? "" : "protected ";

    private static string Kind(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return method.IsAbstract ? "static abstract " : "static ";
        }

        bool isOverride = method.GetBaseDefinition() != method;
        return method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract "
            : isOverride ? "override "
            : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsInterface ? "virtual "
            : "";
    }

    private static string Accessor(MethodInfo accessor)
    {
        bool isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return accessor.ReturnType != typeof(void) ? "get; " : isInit ? "init; " : "set; ";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string direction = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string standard = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "";
        return $"{many}{direction}{TypeText.Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter))} {parameter.Name}{standard}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
