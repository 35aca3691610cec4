using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Errors;

public sealed class BarFormatExceptionTests
{
    [Fact]
    public void Message_WithWhatAFileHolds_StaysOneLineAndSteersNoTerminal()
    {
        var refusal = new BarFormatException("bars.arrow has a column \u001b[31mclose\r\n of type Bool.");

        Assert.Equal("bars.arrow has a column \uFFFD[31mclose\uFFFD\uFFFD of type Bool.", refusal.Message);
    }
}
