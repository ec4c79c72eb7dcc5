using System.Globalization;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>How generated code gets from a value of an enum to its row or column, and back. Values without a gap are
/// indexes but for where they start; others go through a switch. A value that the enum does not define comes out past the end.</summary>
/// <param name="spec">The enum.</param>
/// <param name="variable">The variable that holds a value.</param>
/// <param name="helper">The name of the method with the switch.</param>
internal sealed class EnumAxis(EnumSpec spec, string variable, string helper)
{
    private const string Values = "__States";

    private long First => spec.Members[0].Value;

    private bool StartsAtZero => spec.IsContiguous && First == 0;

    /// <summary>The expression of an index. It says <c>unchecked</c>, as the project that it compiles in may check by default.</summary>
    public string Index
    {
        get
        {
            var cast = $"({(spec.IsWide ? "ulong" : "uint")}){variable}";
            return !spec.IsContiguous ? $"{helper}({variable})"
                : First == 0 ? $"unchecked({cast})"
                : First > 0 ? $"unchecked({cast} - {First.ToString(CultureInfo.InvariantCulture)})"
                : $"unchecked({cast} + {unchecked((ulong)-First).ToString(CultureInfo.InvariantCulture)})";
        }
    }

    /// <summary>The expression of the value with this index.</summary>
    public string At(string index) => StartsAtZero ? $"({spec.Type}){index}" : $"{Values}[{index}]";

    /// <summary>Writes the members that <see cref="Index"/> and <see cref="At"/> use, where they use any.</summary>
    public void WriteHelpers(CodeWriter writer)
    {
        if (!StartsAtZero)
        {
            writer.WriteLine();
            writer.WriteLine($"private static global::System.ReadOnlySpan<{spec.Type}> {Values} =>");
            writer.WriteLine("[");
            using (writer.Indent("];"))
            {
                foreach (var member in spec.Members)
                    writer.WriteLine($"{member.Expression},");
            }
        }

        WriteIndex(writer);
    }

    /// <summary>Writes the members that <see cref="Index"/> alone uses, where it uses any.</summary>
    public void WriteIndex(CodeWriter writer)
    {
        if (spec.IsContiguous)
            return;

        writer.WriteLine();
        using (writer.Block($"private static uint {helper}({spec.Type} {variable}) => {variable} switch", "};"))
        {
            for (var i = 0; i < spec.Members.Count; i++)
                writer.WriteLine($"{spec.Members[i].Expression} => {i.ToString(CultureInfo.InvariantCulture)},");
            writer.WriteLine("_ => uint.MaxValue,");
        }
    }
}
