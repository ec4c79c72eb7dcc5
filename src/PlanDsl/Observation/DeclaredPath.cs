using System.Text;

namespace PlanDsl;

/// <summary>Paths of steps without the numbers of elements and iterations, of which there is no end: what a metric may be
/// broken down by. <c>summarize[3]#2</c> is <c>summarize[]#</c>.</summary>
internal static class DeclaredPath
{
    public static string Of(string path)
    {
        if (path.AsSpan().IndexOfAny('[', '#') < 0)
            return path;

        var name = new StringBuilder(path.Length);
        var isNumber = false;
        foreach (var character in path)
        {
            isNumber = isNumber && char.IsAsciiDigit(character);
            if (isNumber)
                continue;
            name.Append(character);
            isNumber = character is '[' or '#';
        }

        return name.ToString();
    }
}
