using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu;

/// <summary>A plan with the memory to run it on one thread.</summary>
internal unsafe interface IStockDayMachine
{
    /// <summary>Computes all factors of one stock-day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="s">Position of the stock.</param>
    /// <param name="rows">Row [T] of each field [F] of the stock, in the precision of the plan; null for fields that the plan does not read.</param>
    /// <param name="results">Row [S] of each factor [K] of the result.</param>
    void Run(DayTensor day, int s, void** rows, double** results);
}
