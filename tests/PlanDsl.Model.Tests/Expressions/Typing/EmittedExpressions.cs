using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Model.Tests;

/// <summary>Compiles expressions that were written in C#, all at once, and calls them.</summary>
internal static class EmittedExpressions
{
    public static EmittedExpression[] Compile(IReadOnlyList<string> codes)
    {
        var source = new StringBuilder("#nullable enable\npublic static class Emitted\n{\n");
        for (var i = 0; i < codes.Count; i++)
            source.Append("    public static object? E").Append(i).Append("(global::PlanDsl.Model.Tests.SampleOrder order, global::PlanDsl.Model.Tests.SampleOrder? maybe, int n, string? text) => ").Append(codes[i]).Append(";\n");
        source.Append("}\n");

        var compilation = CSharpCompilation.Create(
            "Emitted",
            [CSharpSyntaxTree.ParseText(source.ToString())],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic}: {Line(source, diagnostic)}"));
        var type = Assembly.Load(image.ToArray()).GetType("Emitted")!;
        return Enumerable.Range(0, codes.Count).Select(i => type.GetMethod($"E{i}")!.CreateDelegate<EmittedExpression>()).ToArray();
    }

    private static string Line(StringBuilder source, Diagnostic diagnostic) =>
        source.ToString().Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line].Trim();
}
