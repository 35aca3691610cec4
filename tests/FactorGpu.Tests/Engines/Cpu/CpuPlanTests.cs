using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

public sealed class CpuPlanTests
{
    [Fact]
    public void Plan_OfShiftsSlicesAndSelections_HasNoStepOnElementsForThem()
    {
        CpuPlan plan = Plan(d => d.Close.Lag(2).Between(new(10, 20)).Where(d.Volume.Lag(1).Present()).Sum());

        Assert.Equal([CpuOp.Load, CpuOp.Sum], OnElements(plan).Order());
    }

    [Fact]
    public void Plan_OfACorrelation_SumsItsProductsInOneSweepWithoutABuffer()
    {
        CpuPlan plan = Plan(d => d.Close.Corr(d.Volume));

        Assert.Single(plan.Steps, step => step.Op == CpuOp.SumsOfProducts);
        Assert.DoesNotContain(plan.Steps, step => step.Op is CpuOp.SumOfProducts or CpuOp.Subtract or CpuOp.Multiply);
    }

    [Fact]
    public void Plan_OfAFirstElement_LoadsNoField()
    {
        CpuPlan plan = Plan(d => ((d.High + d.Low) / d.Open).First());

        Assert.DoesNotContain(plan.Steps, step => step.Op == CpuOp.Load);
        Assert.Equal(3, plan.Steps.Count(step => step.Op == CpuOp.PickField));
    }

    [Theory, InlineData(300), InlineData(100000), InlineData(int.MaxValue)]
    public void Plan_OfALagBeyondTheDay_StaysInItsBuffers(int bars)
    {
        CpuPlan plan = Plan(d => (d.Close - d.Close.Lag(bars).Lag(bars)).Sum());

        PlanStep difference = Assert.Single(plan.Steps, step => step.Op == CpuOp.Subtract);
        Assert.InRange(difference.B, 0, difference.A);
    }

    [Fact]
    public void Plan_OfTheFiftyFactors_NeedsFewBuffers()
        => Assert.InRange(CpuPlan.Make(FactorProgram.Compile(FactorCatalogue.Huatai50).Graph, mergesRequirements: true).Places.BufferCount, 1, 8);

    [Fact]
    public void Plans_OfTwoSequences_LoadTheirFieldsOnceWhereTheyAreEqual()
    {
        var plans = Plans("amount_order_avg", "amihud_illiq");

        Assert.Equal(2, LoadsOf(plans.General.Plan, BarField.Amount));
        Assert.Equal(1, LoadsOf(plans.Merged!.Plan, BarField.Amount));
    }

    [Fact]
    public void Plans_OfOneKindOfSequence_AreOne()
        => Assert.Null(Plans("VP").Merged);

    [Fact]
    public void Plans_OfEveryFactor_ReadTheSameFields()
    {
        foreach (FactorDefinition factor in FactorCatalogue.All)
        {
            CpuPlans plans = Plans(factor.Id);
            Assert.Equal(plans.General.Plan.Fields.Order(), plans.Fields.Order());
        }
    }

    [Fact]
    public void ScalarSteps_OfAllFactors_StandBehindWhatTheyNeed()
    {
        ImmutableArray<ScalarStep> steps = Plans("all").Merged!.Plan.ScalarSteps;
        HashSet<int> toCome = [.. steps.Select(step => step.Target)];

        foreach (ScalarStep step in steps)
        {
            Assert.DoesNotContain(step.A, toCome);
            Assert.DoesNotContain(step.B, toCome);
            Assert.DoesNotContain(step.C, toCome);
            Assert.True(toCome.Remove(step.Target));
        }
    }

    private static CpuPlans Plans(params string[] factors)
        => new(FactorProgram.Compile(FactorCatalogue.Find(factors)), plan => new CpuCode(plan, LaneStrategy.Vector512, SweepChoice.Never));

    private static int LoadsOf(CpuPlan plan, BarField field) => plan.Steps.Count(step => step.Op == CpuOp.Load && step.P == (int)field);

    private static IEnumerable<CpuOp> OnElements(CpuPlan plan)
        => plan.Steps.Select(step => step.Op).Where(op => op is not (CpuOp.AllBars or CpuOp.Slots or CpuOp.ShiftSet or CpuOp.Both or CpuOp.Count or CpuOp.Scalars));

    private static CpuPlan Plan(Func<Day, Scalar> value)
        => CpuPlan.Make(FactorProgram.Compile([new FactorDefinition { Id = "x", Value = value }]).Graph, mergesRequirements: false);
}
