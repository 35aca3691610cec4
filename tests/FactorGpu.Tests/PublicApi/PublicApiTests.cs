using System;
using System.Collections.Generic;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicSurface_OfTheLibrary_IsTheCommittedOne()
    {
        string text = PublicApiText.Write(typeof(DayTensor).Assembly);

        GoldenText.Compare("tests/FactorGpu.Tests/PublicApi/FactorGpu.txt", text);
    }

    [Theory]
    [InlineData(
        typeof(Options),
        """
        sealed record class PublicApiTests.Options : IEquatable<Options>
            Options()
            required int Count { get; init; }
            Action<string?>? OnNote { get; init; }

        """)]
    [InlineData(
        typeof(Pair<>),
        """
        readonly record struct PublicApiTests.Pair<T> : IEquatable<Pair<T>>
            Pair(T First, int? Second)
            T First { get; init; }
            int? Second { get; init; }

        """)]
    [InlineData(
        typeof(Shape),
        """
        abstract class PublicApiTests.Shape : IDisposable
            protected Shape(string name = "a")
            abstract double Area()
            event EventHandler Changed
            static readonly int[] Corners
            virtual void Dispose()
            double this[int at] { get; }
            const int Most = 5
            void Scale(in double by, params string[] notes)
            override string ToString()
            static bool TryParse(ReadOnlySpan<char> text, out Shape? shape)
            static Shape op_Addition(Shape a, Shape b)

        """)]
    [InlineData(
        typeof(Colours),
        """
        [Flags] enum PublicApiTests.Colours
            None = 0
            Red = 1

        """)]
    [InlineData(
        typeof(Reader),
        """
        delegate bool PublicApiTests.Reader(List<string?> lines, ref int at)

        """)]
    public void Write_OfAType_ListsWhatItsUsersSee(Type type, string expected)
    {
        string text = PublicApiText.Write(type);

        Assert.Equal(expected, text, ignoreLineEndingDifferences: true);
    }

#pragma warning disable CA1816, CA1822, IDE0060 // These types exist to be listed.
    public delegate bool Reader(List<string?> lines, ref int at);

    [Flags]
    public enum Colours
    {
        None = 0,
        Red = 1,
    }

    public readonly record struct Pair<T>(T First, int? Second);

    public sealed record Options
    {
        public required int Count { get; init; }

        public Action<string?>? OnNote { get; init; }

        internal int Hidden { get; init; }
    }

    public abstract class Shape : IDisposable
    {
        public const int Most = 5;
        public static readonly int[] Corners = [4];
        internal int _hidden = 1;

        protected Shape(string name = "a")
        {
            Name = name;
        }

        public event EventHandler Changed = (_, _) => { };

        private string Name { get; }

        public double this[int at] => at;

        public static Shape operator +(Shape a, Shape b) => a;

        public static bool TryParse(ReadOnlySpan<char> text, out Shape? shape)
        {
            shape = null;
            return text.IsEmpty;
        }

        public abstract double Area();

        public void Scale(in double by, params string[] notes)
        {
        }

        public virtual void Dispose()
        {
        }

        public override string ToString() => Name;
    }
#pragma warning restore CA1816, CA1822, IDE0060
}
