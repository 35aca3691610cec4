namespace FactorGpu.Arrow.Ipc;

/// <summary>The two ways in which the IPC format holds record batches.</summary>
internal enum ArrowContainer
{
    /// <summary>A file: the messages of a stream between two marks, with a footer by which each batch is found.</summary>
    File,

    /// <summary>A stream: messages that are read one after the other.</summary>
    Stream,
}
