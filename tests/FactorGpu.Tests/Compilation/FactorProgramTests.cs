using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Compilation;

public sealed class FactorProgramTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/programs";

    [Theory, InlineData("return_downward_var"), InlineData("VR_1minlag_top33volume"), InlineData("cumreturn_top30order")]
    public void Program_OfOneFactor_PrintsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.txt", FactorProgram.Compile([FactorCatalogue.Get(id)]).ToString());

    [Fact]
    public void Program_OfTheHuatai50_PrintsItsGoldenText()
        => GoldenText.Compare($"{Goldens}/huatai50.txt", FactorProgram.Compile(FactorCatalogue.Huatai50).ToString());

    [Fact]
    public void Program_WithANestedSequence_PrintsItsCondition()
    {
        var factor = new FactorDefinition { Id = "traded", Value = day => day.Return.Sum().WhereBars(day.Volume > 0), Scope = BarScope.Core };

        GoldenText.Compare($"{Goldens}/nested.txt", FactorProgram.Compile([factor]).ToString());
    }

    [Fact]
    public void Steps_OfEveryLevel_NeedOnlyWhatStandsBefore()
    {
        var nested = new FactorDefinition { Id = "nested", Value = day => day.Return.Sum().WhereBars(day.Volume > day.Volume.Mean()) };
        FactorProgram program = FactorProgram.Compile([.. FactorCatalogue.All, nested]);
        var seen = new Dictionary<ExprNode, int>();

        foreach (ProgramStep step in program.Steps)
        {
            Assert.All(step.Node.Operands, operand => Assert.True(seen[operand] <= step.Level));
            Assert.True(step.Node.Sequence?.Condition is not { } condition || seen[condition] < step.Level);
            Assert.True(!step.Node.Operator.EndsSweep || step.Node.Operands.All(operand => seen[operand] < step.Level));
            seen.Add(step.Node, step.Level);
        }

        Assert.Equal(program.Steps.Select(step => step.Level).Order(), program.Steps.Select(step => step.Level));
        Assert.Equal(program.Graph.Nodes.Length, program.Steps.Length);
    }

    [Fact]
    public void Fields_AreThoseTheGraphReads_VolumeAlways()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_overnight"));

        Assert.Equal([BarField.Open, BarField.Volume, BarField.PreClose], program.Fields);
    }

    [Fact]
    public void Compile_OfNothing_IsRefused()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorProgram.Compile([]));

        Assert.Equal("A program was asked for without a factor; it needs one or more. Name factors, or a set such as huatai50.", thrown.Message);
    }

    [Fact]
    public void Compile_OfTwoFactorsWithOneId_IsRefusedByName()
    {
        FactorDefinition factor = FactorCatalogue.Get("VP");

        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorProgram.Compile([factor, factor]));

        Assert.Contains("two factors called VP", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_OfAnEndlesslyNestedDefinition_IsRefused_AndDoesNotEndTheProcess()
    {
        Series x = Day.Instance.Close;
        for (int step = 0; step < 50_000; step++)
        {
            x += 1;
        }

        var deep = new FactorDefinition { Id = "deep", Value = _ => x.Sum() };

        SmallStack.Run(() =>
        {
            Assert.Contains("nested deeper", Assert.Throws<FactorDefinitionException>(() => FactorProgram.Compile([deep])).Message, StringComparison.Ordinal);
            Assert.Contains("nested deeper", Assert.Throws<FactorDefinitionException>(() => deep.Expression).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Compile_OfAFactorWithoutAnId_IsRefused()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorProgram.Compile([new FactorDefinition { Id = " ", Value = _ => 1 }]));

        Assert.Contains("a factor without an id", thrown.Message, StringComparison.Ordinal);
    }
}
