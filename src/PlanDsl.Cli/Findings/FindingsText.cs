namespace PlanDsl.Cli;

/// <summary>Writes findings one a line, as compilers do.</summary>
internal static class FindingsText
{
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files)
    {
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
                output.WriteLine(finding.ToString());
            if (file.IsNamed && file.IsValid)
                output.WriteLine($"{file.Path}: valid");
        }
    }
}
