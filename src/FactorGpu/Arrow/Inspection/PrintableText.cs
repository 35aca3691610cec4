using System.Linq;
using System.Xml;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Text of a file, such as its codes, on the one line of a report: it steers no terminal and can stand in a page.</summary>
internal static class PrintableText
{
    internal static string Of(string text) => string.Concat(text.Select(c => char.IsControl(c) || !(char.IsSurrogate(c) || XmlConvert.IsXmlChar(c)) ? '\uFFFD' : c));
}
