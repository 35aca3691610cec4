// Factors of a file of minute bars, in four calls. In the root of a clone:
//
//     dotnet pack FactorGpu.sln -c Release -o artifacts/packages
//     dotnet run samples/first.cs
#:package FactorGpu@0.1.0
#:property PublishAot=false

using System;
using FactorGpu;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Results;

using MinuteBars bars = MinuteBars.Read("data/sample.csv");
FactorProgram program = FactorProgram.Compile(FactorCatalogue.Huatai50);
FactorTable factors = bars.Compute(program);
factors.Save("factors.csv");

Console.Write(factors);
