using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>A part of a program, and who runs it.</summary>
/// <param name="Part">The program of the part, and the rows of the whole that it gives.</param>
/// <param name="IsLeft">True when the engine that was asked for cannot run it, and another one does.</param>
internal readonly record struct EnginePart(ProgramPart Part, bool IsLeft);
