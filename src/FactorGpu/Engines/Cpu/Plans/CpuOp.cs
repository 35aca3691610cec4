namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>What the engine can do in one step. Operands are named in the order in which a step has them; shifted series are operands, never steps.</summary>
internal enum CpuOp
{
    /// <summary>Scalar: a number, in its register before any step.</summary>
    Constant,

    /// <summary>Scalar: the value of the day of field P, in its register before any step.</summary>
    DayValue,

    /// <summary>Scalar: the value of the day of field P as a count of the stock's tick, in its register before any step.</summary>
    DayTicks,

    /// <summary>Scalar: the stock's tick, in its register before any step.</summary>
    Tick,

    /// <summary>Scalar: 1 for a stock-day with volume, else 0, in its register before any step.</summary>
    HasVolume,

    /// <summary>Sequence: the valid bars of scope P that have what Q requires; known before any step.</summary>
    ValidBars,

    /// <summary>Sequence: the bars of a sequence that are in a set.</summary>
    Keep,

    /// <summary>Set: all bars of a sequence.</summary>
    AllBars,

    /// <summary>Set: the bars of a sequence at the slots P..Q.</summary>
    Slots,

    /// <summary>Set: the bars of the second set whose bar P places earlier is in the first.</summary>
    ShiftSet,

    /// <summary>Set: the bars in both.</summary>
    Both,

    /// <summary>Set: the bars in either.</summary>
    Either,

    /// <summary>Set: the bars of the first that are not in the second.</summary>
    Without,

    /// <summary>Set: the set if the scalar is true, else no bar.</summary>
    Gate,

    /// <summary>Buffer: field P of a sequence's bars; prices are ticks in single precision.</summary>
    Load,

    /// <summary>What <see cref="Load"/> does, for code that asks for the row of the next stock elsewhere.</summary>
    Copy,

    /// <summary>Buffer: the slots of a sequence's bars.</summary>
    SlotNumbers,

    /// <summary>Buffer: the numbers of a sequence's bars.</summary>
    BarNumbers,

    // Bar by bar: one to two numbers, each a series or a scalar, and the set of bars to do. Also on scalars, without a set.
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Abs,
    Sqrt,
    Minimum,
    Maximum,
    Finite,
    Floor,
    Log,
    Log1p,
    Exp,
    Expm1,
    Atan,
    Erfc,
    Cbrt,

    // Set: the bars of a set where the comparison of two numbers holds. Also on scalars, without a set.
    Less,
    LessOrEqual,
    Equal,
    NotEqual,

    /// <summary>On a scalar: the float32 nearest to it.</summary>
    Narrow,

    // On scalar truth values.
    And,
    Or,
    Not,

    /// <summary>A set of true bars, two numbers and the set of bars to do; on scalars a truth value and two numbers.</summary>
    IfElse,

    /// <summary>Buffer: the running maximum of a series over a set.</summary>
    Cummax,

    /// <summary>Buffer: the sums of a series over the windows of P bars that end with the bars of a set.</summary>
    RollingSum,

    /// <summary>Buffer: the covariances of two series over the windows of P bars that end with the bars of a set, over P - Q.</summary>
    RollingCov,

    /// <summary>Buffer: the bars of a set in order of a key; no elements, a <see cref="Kernels.KeyOrder"/>.</summary>
    Order,

    /// <summary>Buffer: the order by a negated key, of the order by the key.</summary>
    OrderDown,

    /// <summary>Buffer: the place of each bar in an order.</summary>
    Rank,

    /// <summary>Buffer: a series cumulated in the order of a key, up to a bound; the last operands are the order and the set of bars to do.</summary>
    CumsumBy,

    /// <summary>Buffer: the sum of a series over the bars of each key, with the order by the key.</summary>
    GroupSum,

    /// <summary>Set: the first bar of each key, with the order by the key.</summary>
    FirstOfGroup,

    /// <summary>Buffer: codes of the keys of a series at the bars of a set.</summary>
    Encode,

    /// <summary>Set: the largest keys of a series, with their codes, over a set, as many as a scalar says.</summary>
    TopCount,

    /// <summary>Set: the P/Q largest keys of a series, with their codes, over a set.</summary>
    TopFraction,

    /// <summary>Scalar: what <see cref="PickField"/> picks, as the slot of the bar; -1 for none. For code that reads the rows itself: the register holds an integer.</summary>
    PickSlot,

    // Scalar: a reduction of a series over a set.
    Count,
    Sum,
    Product,
    Max,
    Min,
    IsConstant,

    /// <summary>Scalar: the sum of (x - a)(y - b) of series x, scalar a, series y, scalar b over a set.</summary>
    SumOfProducts,

    /// <summary>Three scalars in one sweep: the sums of (x - a)(y - b), (x - a)(x - a) and (y - b)(y - b); the last two into registers Q and R.</summary>
    SumsOfProducts,

    /// <summary>Scalar: the element of a series at the first (P = 0) or last (P = 1) bar of a set.</summary>
    PickBar,

    /// <summary>Scalar: field Q of a sequence, R bars away from the first (P = 0) or last (P = 1) bar of a set, read without loading the field.</summary>
    PickField,

    /// <summary>The scalar steps A..B-1.</summary>
    Scalars,
}
