using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class StaticStateRuleTests
{
    [Fact]
    public void Library_OfThisCheckout_HasNoStaticStateThatChanges()
    {
        Type[] types = typeof(DayTensor).Assembly.GetTypes();

        Assert.NotEmpty(types);
        RuleAssert.IsKept(types.SelectMany(StaticStateRule.Check));
    }

    [Theory]
    [InlineData(typeof(NotReadonly), "s_count is static and not readonly")]
    [InlineData(typeof(SettableProperty), "is static and not readonly")]
    [InlineData(typeof(PerThread), "s_count is static and not readonly")]
    [InlineData(typeof(AnArray), "which can change")]
    [InlineData(typeof(AList), "which can change")]
    [InlineData(typeof(ADictionary), "which can change")]
    [InlineData(typeof(AnInterface), "which can change")]
    [InlineData(typeof(ArraysInside), "which can change")]
    [InlineData(typeof(HolderOfAList), "which can change")]
    [InlineData(typeof(HolderOfAMutableField), "which can change")]
    [InlineData(typeof(HolderOfAnInterface), "which can change")]
    [InlineData(typeof(HolderOfABaseClass), "which can change")]
    public void Check_OfAStaticThatCanChange_IsBroken(Type type, string expected)
    {
        string broken = Assert.Single(StaticStateRule.Check(type));

        Assert.Contains(type.Name, broken);
        Assert.Contains(expected, broken);
    }

    [Fact]
    public void Check_OfStaticsThatCannotChange_IsClean()
    {
        Assert.Empty(StaticStateRule.Check(typeof(Constant)));
    }

    [Fact]
    public void Check_OfWhatTheCompilerMakes_LeavesItOut()
    {
        Type[] nested = typeof(WithLambda).GetNestedTypes(System.Reflection.BindingFlags.NonPublic);

        Assert.NotEmpty(nested);
        RuleAssert.IsKept(nested.SelectMany(StaticStateRule.Check));
    }

#pragma warning disable CA1823, CA1852, CS0169, CS0414, IDE0044, IDE0051, IDE0052 // These types exist to be looked at.
    private static class NotReadonly
    {
        private static int s_count = 1;
    }

    private static class SettableProperty
    {
        internal static int Count { get; set; }
    }

    private static class PerThread
    {
        [ThreadStatic]
        private static int s_count;
    }

    private static class AnArray
    {
        private static readonly int[] s_values = [1];
    }

    private static class AList
    {
        private static readonly List<int> s_values = [1];
    }

    private static class ADictionary
    {
        private static readonly Dictionary<string, int> s_values = [];
    }

    private static class AnInterface
    {
        private static readonly IReadOnlyList<int> s_values = [1];
    }

    private static class ArraysInside
    {
        private static readonly ImmutableArray<int[]> s_values = [[1]];
    }

    private static class HolderOfAList
    {
        private static readonly Cache s_cache = new();

        private sealed class Cache
        {
            private readonly List<int> _values = [];
        }
    }

    private static class HolderOfAMutableField
    {
        private static readonly Counter s_counter = new();

        private sealed class Counter
        {
            private int _count;
        }
    }

    private static class HolderOfAnInterface
    {
        private static readonly ImmutableArray<IStep> s_steps = [new Counted()];

        private interface IStep
        {
        }

        private sealed class Plain : IStep
        {
        }

        private sealed class Counted : IStep
        {
            private int _count;
        }
    }

    private static class HolderOfABaseClass
    {
        private static readonly Base s_base = new Derived();

        private abstract class Base
        {
        }

        private sealed class Derived : Base
        {
            private readonly int[] _values = [1];
        }
    }

    private static class Constant
    {
        internal const int Count = 3;
        private static readonly FrozenDictionary<string, ImmutableArray<double>> s_table = FrozenDictionary<string, ImmutableArray<double>>.Empty;
        private static readonly Func<int, int> s_next = x => x + 1;
        private static readonly Node s_node = new("a", null);
        private static readonly ImmutableArray<IStep> s_steps = [new First(), new Second(s_node)];

        internal static DateOnly? Day { get; } = new(2024, 1, 2);

        private interface IStep
        {
        }

        private sealed record Node(string Name, Node? Next);

        private sealed class First : IStep
        {
        }

        private sealed class Second(Node node) : IStep
        {
            private readonly Node _node = node;
        }
    }

    private static class WithLambda
    {
        internal static int Run(IEnumerable<int> values) => values.Sum(x => x * 2);
    }
#pragma warning restore CA1823, CA1852, CS0169, CS0414, IDE0044, IDE0051, IDE0052
}
