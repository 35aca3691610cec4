using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Factors;

/// <summary>Holds every definition against the catalogue's own file, field by field.</summary>
public sealed class CatalogueMetadataTests
{
    private const string CommittedCatalogue = "tests/FactorGpu.Tests/Golden/catalogue.json";

    /// <summary>How each field of the catalogue is found in a definition; the last two are held against the expression in a test of their own or not carried.</summary>
    private static readonly FrozenDictionary<string, Func<FactorDefinition, object?>> s_carried = new Dictionary<string, Func<FactorDefinition, object?>>
    {
        ["id"] = factor => factor.Id,
        ["aliases"] = factor => factor.Aliases,
        ["variants"] = factor => factor.NearVariants,
        ["name_cn"] = factor => factor.ChineseName,
        ["category"] = factor => factor.Category,
        ["section"] = factor => factor.Section,
        ["huatai50"] = factor => factor.Huatai50 switch { Huatai50Place.NameFound => "name_found", Huatai50Place.Filled => "filled", _ => null },
        ["source"] = factor => factor.Source,
        ["provenance"] = factor => factor.Provenance switch { Provenance.Found => "found", Provenance.Reconstructed => "reconstructed", _ => "own" },
        ["confidence"] = factor => factor.Confidence,
        ["scope"] = factor => factor.Scope == BarScope.Core ? "CORE" : "ALL",
        ["formula"] = factor => factor.Formula,
        ["inputs"] = factor => ImmutableArray.CreateRange(factor.Inputs.Select(BarFields.Name)),
        ["min_obs"] = factor => (double)factor.MinObservations,
        ["min_obs_of"] = factor => factor.ObservationsAre,
        ["edge_rule"] = factor => factor.EdgeRule,
        ["tol_scale"] = factor => factor.ToleranceScaleFactor is { } scale ? scale.Id : factor.ToleranceScale,
        ["tol_denominator"] = factor => factor.ToleranceScaleFactor!.Value(Day.Instance).Expression.Parts().Last(part => part.Factor is not null).Factor!.Id,
        ["direction"] = factor => (double?)factor.Direction,
        ["note"] = factor => factor.Note,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>ddof is a part of the expression (its own test below); ops and kernel_class describe what an engine must do, which the program says itself.</summary>
    private static readonly FrozenSet<string> s_notCarried = FrozenSet.Create("ddof", "ops", "kernel_class");

    public static TheoryData<string> Ids => [.. FactorCatalogue.All.Select(factor => factor.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Definition_FieldByField_IsTheCatalogues(string id)
    {
        FactorDefinition factor = FactorCatalogue.Get(id);

        foreach (JsonProperty field in Entry(id).EnumerateObject().Where(field => !s_notCarried.Contains(field.Name)))
        {
            Assert.True(s_carried.TryGetValue(field.Name, out Func<FactorDefinition, object?>? carried), $"{id}: no definition carries {field.Name}");
            Assert.Equal(field.Name == "inputs" ? InTensorOrder(field.Value) : Text(field.Value), Text(carried(factor)));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Definition_Ddof_IsTheCatalogues(string id)
    {
        FactorDefinition factor = FactorCatalogue.Get(id);
        JsonElement expected = Entry(id).GetProperty("ddof");

        var found = factor.Value(Day.Instance).Expression.Parts()
            .Where(part => part.Operator == Operators.Var || part.Operator == Operators.Std)
            .Select(part => part.Attributes[0]);

        Assert.All(found, ddof => Assert.Equal(expected.GetInt32(), ddof));
    }

    [Fact]
    public void Catalogue_HasAllFactorsInItsOrder()
    {
        IEnumerable<string> expected = Catalogue().EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!);

        Assert.Equal(expected, FactorCatalogue.All.Select(factor => factor.Id));
        Assert.Equal(217, FactorCatalogue.All.Length);
        Assert.Equal(FactorCatalogue.All[..50].AsEnumerable(), FactorCatalogue.Huatai50.AsEnumerable());
    }

    [Fact]
    public void CommittedCatalogue_IsTheSharedOne()
    {
        using JsonDocument shared = JsonDocument.Parse(File.ReadAllText(Path.Combine(Requirement.Shared(), "factors", "catalogue.json")));

        Assert.Equal(shared.RootElement.EnumerateArray().Select(entry => JsonSerializer.Serialize(entry)), Catalogue().EnumerateArray().Select(entry => JsonSerializer.Serialize(entry)));
    }

    private static JsonElement Entry(string id) => Catalogue().EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == id);

    private static JsonElement Catalogue()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(CommittedCatalogue)));
        return document.RootElement.Clone();
    }

    /// <summary>Field names as definitions list them.</summary>
    private static string InTensorOrder(JsonElement names)
        => string.Join(" | ", BarFields.All.Select(BarFields.Name).Where(name => names.EnumerateArray().Any(item => item.GetString() == name)));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Number => Text(value.GetDouble()),
        JsonValueKind.Array => string.Join(" | ", value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetString()!,
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        ImmutableArray<string> items => string.Join(" | ", items),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
