using System;
using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Emit;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes one method of a sweep, <c>void (Frame*, CpuInstruction*)</c>, and knows the addresses of what it works on.</summary>
internal sealed class SweepWriter
{
    private const BindingFlags Fields = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance;
    private readonly Dictionary<string, LocalBuilder> _bases = [];

    internal SweepWriter(string name, SweepVector vector)
    {
        Vector = vector;
        Method = new DynamicMethod(name, null, [typeof(Frame).MakePointerType(), typeof(CpuInstruction).MakePointerType()], typeof(Frame).Module, skipVisibility: true)
        {
            InitLocals = false,
        };
        IL = Method.GetILGenerator();
        Base(nameof(Frame.Scalars));
        Base(nameof(Frame.Sets));
        Base(nameof(Frame.Buffers));
    }

    /// <summary>What the method computes with.</summary>
    internal SweepVector Vector { get; }

    internal DynamicMethod Method { get; }

    internal ILGenerator IL { get; }

    /// <summary>Number of locals.</summary>
    internal int Locals { get; private set; }

    internal LocalBuilder Local(Type type)
    {
        Locals++;
        return IL.DeclareLocal(type);
    }

    /// <summary>Pushes the address of a register.</summary>
    internal void ScalarAddress(int register) => Address(nameof(Frame.Scalars), (long)register * sizeof(double));

    /// <summary>Pushes the value of a register.</summary>
    internal void LoadScalar(int register)
    {
        ScalarAddress(register);
        IL.Emit(OpCodes.Ldind_R8);
    }

    /// <summary>Pushes the address of a set.</summary>
    internal unsafe void SetAddress(int set) => Address(nameof(Frame.Sets), (long)set * sizeof(BarSet));

    /// <summary>Pushes the address of an element of the buffers.</summary>
    internal void BufferAddress(int element) => Address(nameof(Frame.Buffers), (long)element * Vector.ElementBytes);

    /// <summary>Pushes the address of an instruction.</summary>
    internal unsafe void InstructionAddress(int instruction)
    {
        IL.Emit(OpCodes.Ldarg_1);
        Offset((long)instruction * sizeof(CpuInstruction));
    }

    /// <summary>Pushes the address of the next stock's row of a field.</summary>
    internal void NextRowAddress(BarField field)
    {
        RowAddress(field);
        Offset((long)BarAxis.SlotCount * Vector.ElementBytes);
    }

    /// <summary>Replaces the address of an element on the stack by the element some places on, as float64.</summary>
    internal void LoadElement(LocalBuilder places)
    {
        IL.Emit(OpCodes.Ldloc, places);
        IL.Emit(OpCodes.Ldc_I4, Vector.ElementBytes);
        IL.Emit(OpCodes.Mul);
        IL.Emit(OpCodes.Add);
        IL.Emit(Vector.Narrows ? OpCodes.Ldind_R4 : OpCodes.Ldind_R8);
        Vector.Widen(IL);
    }

    /// <summary>Pushes the address of the stock's row of a field.</summary>
    internal unsafe void RowAddress(BarField field)
    {
        IL.Emit(OpCodes.Ldarg_0);
        IL.Emit(OpCodes.Ldfld, typeof(Frame).GetField(nameof(Frame.Rows), Fields)!);
        Offset((long)field * sizeof(nint));
        IL.Emit(OpCodes.Ldind_I);
    }

    /// <summary>Pushes a member of the set whose address is on the stack.</summary>
    internal void SetField(string field) => IL.Emit(OpCodes.Ldfld, typeof(BarSet).GetField(field, Fields)!);

    /// <summary>Pushes the number of bars of a sequence.</summary>
    internal unsafe void BarCount(int sequence)
    {
        IL.Emit(OpCodes.Ldarg_0);
        IL.Emit(OpCodes.Ldfld, typeof(Frame).GetField(nameof(Frame.Sequences), Fields)!);
        Offset((long)sequence * sizeof(BarSequence));
        IL.Emit(OpCodes.Ldfld, typeof(BarSequence).GetField(nameof(BarSequence.N), Fields)!);
    }

    /// <summary>Adds a constant to the address on the stack.</summary>
    internal void Offset(long bytes)
    {
        if (bytes != 0)
        {
            IL.Emit(OpCodes.Ldc_I8, bytes);
            IL.Emit(OpCodes.Conv_I);
            IL.Emit(OpCodes.Add);
        }
    }

    private void Base(string field)
    {
        LocalBuilder local = Local(typeof(nint));
        IL.Emit(OpCodes.Ldarg_0);
        IL.Emit(OpCodes.Ldfld, typeof(Frame).GetField(field, Fields)!);
        IL.Emit(OpCodes.Stloc, local);
        _bases.Add(field, local);
    }

    private void Address(string field, long bytes)
    {
        IL.Emit(OpCodes.Ldloc, _bases[field]);
        Offset(bytes);
    }
}
