using System.Globalization;
using System.Text;
using FactorGpu.Arrow.Inspection;

namespace FactorGpu.Tests.Docs;

/// <summary>The text of docs/data-faults.md, made from the table of faults.</summary>
internal static class FaultsPage
{
    private const string Head = """
        # Faults in data

        `factorgpu inspect` looks at a bar file before it is used, and says of every kind of fault how many there are, where the first three are, what `compute` does with them, and which option changes that.
        A page with a picture of the day, stocks by minutes, and a JSON file come from the same run:

        ```sh
        factorgpu sample --stocks 50 --out bars.csv
        factorgpu inspect bars.csv --strict --json found.json --html found.html
        ```

        | severity | means | `--strict` |
        |---|---|---|
        | error | `compute` refuses the file, unless an option says what is meant | counts |
        | warning | computed on, with values that may not be what the source meant | counts |
        | note | usual in good data, and worth knowing | does not count |

        | exit code | of `inspect` |
        |---|---|
        | 0 | done; with `--strict`, nothing but notes was found |
        | 1 | `--strict`, and a warning or an error was found |
        | 2 | `compute` refuses the file as it is asked for, or it cannot be read at all; what can be told is told all the same |

        A file that is refused for rows that differ, its unit of volume or a fault that is asked to be an error is looked at to the end, as if the way out had been taken.
        Bars are named by the start of their minute, whatever the file stamps. Days are held against each other within one file, so give the days of a market in one file to have half a market noticed.
        A code stays what it is: one that is taken out is not given again.

        """;

    internal static string Text()
    {
        var text = new StringBuilder(Head);
        text.Append("\n| code | severity | counts | what `compute` does | option |\n|---|---|---|---|---|\n");
        foreach (DataFault fault in DataFaults.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {fault.Code} | {FaultWords.Severity(fault)} | {fault.Title} | {fault.Effect} | {(fault.Option.Length == 0 ? "none" : fault.Option)} |\n");
        }

        return text.ToString();
    }
}
