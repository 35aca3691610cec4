using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Inspection;
using Xunit;

namespace FactorGpu.Tests.Arrow.Inspection;

public sealed class BrokenFixtureTests
{
    public static TheoryData<string> Codes => [.. BrokenFixture.All.Select(fixture => fixture.Own)];

    [Theory, MemberData(nameof(Codes))]
    public void Fixture_IsWhatItsGeneratorMakes(string code)
    {
        BrokenFixture fixture = Find(code);

        GoldenText.Compare(fixture.Path, fixture.Make());
    }

    [Theory, MemberData(nameof(Codes))]
    public void Fixture_IsFlaggedWithItsCode_AndNoOther(string code)
    {
        BrokenFixture fixture = Find(code);

        BarFileInspection inspection = BarFileInspection.Of(Repository.PathOf(fixture.Path));

        Assert.Equal(fixture.Codes, inspection.Faults.Select(found => found.Fault.Code));
        Assert.Equal(inspection.Faults.Any(found => found.Fault.Severity == FaultSeverity.Error), inspection.Finding is not null);
    }

    [Fact]
    public void Folder_HoldsTheFixturesAlone()
        => Assert.Equal(
            BrokenFixture.All.Select(fixture => Path.GetFileName(fixture.Path)).Order(),
            Directory.GetFiles(Repository.PathOf("tests/FactorGpu.Tests/Golden/broken"), "*.csv").Select(Path.GetFileName).Order());

    [Fact]
    public void Faults_HaveAFixtureEach_ButForThoseOfPresetsAndOfLargeFiles()
        => Assert.Equal(["FG105", "FG106", "FG409"], DataFaults.All.Select(fault => fault.Code).Except(BrokenFixture.All.Select(fixture => fixture.Own)));

    private static BrokenFixture Find(string code) => BrokenFixture.All.Single(fixture => fixture.Own == code);
}
