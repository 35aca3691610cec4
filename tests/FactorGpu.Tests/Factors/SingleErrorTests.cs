using System.Linq;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Factors;

public sealed class SingleErrorTests
{
    [Fact]
    public void MeasuredErrors_CoverEachFactorInSingle_AndNoOther_WithinTheBound()
    {
        Assert.Equal(FactorCatalogue.All.Where(factor => factor.NeedsDouble is null).Select(factor => factor.Id).Order(), SingleErrors.Largest.Keys.Order());
        Assert.All(SingleErrors.Largest, row => Assert.InRange(row.Value, 0, 1));
    }

    [Fact]
    public void SingleErrorOf_AFactorInDoubleOrOfOnesOwn_IsNone()
    {
        FactorDefinition known = FactorCatalogue.Get("return_var");

        Assert.Equal(SingleErrors.Largest["return_var"], FactorCatalogue.SingleErrorOf(known));
        Assert.Null(FactorCatalogue.SingleErrorOf(known with { NeedsDouble = "for the sake of a test" }));
        Assert.Null(FactorCatalogue.SingleErrorOf(known with { Id = "my_var" }));
    }
}
