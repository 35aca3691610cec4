namespace FactorGpu.Arrow;

/// <summary>A row whose cell another row has too.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="File">Position of its file.</param>
/// <param name="Row">Its row in the file.</param>
internal readonly record struct SharedRow(int Cell, int File, int Row);
