using System.Threading.Tasks;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Cpu.Sweeps;

namespace FactorGpu.Engines.Cpu;

/// <summary>One plan, and the code emitted for it once that pays; it is made beside the work, and used from the next run on.</summary>
internal sealed class CpuCode
{
    /// <summary>Stock-days of a plan after which code for it is made, two days of a full market: making it takes as long as it saves on six to twenty such days (decisions/0008).</summary>
    private const long WorthwhileStockDays = 10_000;

    private readonly LaneStrategy _lanes;
    private readonly SweepChoice _choice;
    private long _stockDays;

    internal CpuCode(CpuPlan plan, LaneStrategy lanes, SweepChoice choice)
    {
        Plan = plan;
        _lanes = lanes;
        _choice = SweepProgram.CanBeMade(lanes) ? choice : SweepChoice.Never;
        Program = _choice == SweepChoice.Always ? Make() : null;
    }

    internal CpuPlan Plan { get; }

    /// <summary>The code; null while steps are interpreted.</summary>
    internal SweepProgram? Program { get; private set; }

    /// <summary>The making of the code, from when it pays.</summary>
    internal Task<SweepProgram>? Making { get; private set; }

    /// <summary>Counts stock-days that have been computed.</summary>
    internal void Add(long stockDays)
    {
        _stockDays += stockDays;
        if (_choice == SweepChoice.WhenItPays && Making is null && _stockDays >= WorthwhileStockDays)
        {
            Making = Task.Run(Make);
        }
    }

    /// <summary>Takes code that has been made into use.</summary>
    /// <returns>True if there is code now and was none before.</returns>
    internal bool Update()
    {
        if (Program is not null || Making is not { IsCompleted: true })
        {
            return false;
        }

        Program = Making.GetAwaiter().GetResult();
        return true;
    }

    private SweepProgram Make() => SweepProgram.Make(Plan, _lanes);
}
