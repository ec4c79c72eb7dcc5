using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>The methods that a plan file is made of, as text, and whether C# takes them.</summary>
internal static class LoweredCode
{
    /// <summary>The whole code of a file that no class names, which has to compile without a warning.</summary>
    public static string Of(string json, PlanCatalog? catalog = null, string source = "") => Checked(ReadFilePlan.Of(json, catalog), source);

    /// <summary>The code beside a class <c>P</c>, which has to compile with it.</summary>
    public static string Beside(string json, string source, PlanCatalog? catalog = null) => Checked(ReadFilePlan.Of(json, source, catalog), source);

    /// <summary>One method of that, without the types' namespaces.</summary>
    public static string Method(string code, string name)
    {
        var start = code.IndexOf($" {name}(", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no method {name} in\n{code}");
        start = code.LastIndexOf('\n', start) + 1;
        return code[start..code.IndexOf("\n}\n", start, StringComparison.Ordinal)]
            .Replace("global::PlanDsl.", "", StringComparison.Ordinal)
            .Replace("global::System.Threading.Tasks.", "", StringComparison.Ordinal)
            .Replace("global::System.Text.Json.", "", StringComparison.Ordinal)
            .Replace("global::System.Threading.", "", StringComparison.Ordinal)
            .Replace("private ", "", StringComparison.Ordinal);
    }

    private static string Checked(FilePlan plan, string source)
    {
        Assert.Empty(plan.FileFindings.Where(static finding => finding.Severity is Model.FindingSeverity.Error).Select(static finding => finding.Message));
        Assert.Empty(plan.ClassFindings.Select(static finding => finding.Message));
        Assert.Empty(plan.Spec.UnresolvedSteps);
        var methods = string.Join("\n", plan.Spec.LoweredMethods.Select(static method => $"{method.Head}\n{{\n    {string.Join("\n    ", method.Body)}\n}}\n"));
        var code = $"{string.Join("\n", plan.Spec.LoweredFields)}\n{methods}";
        var declaration = $"#nullable enable\n{(plan.Spec.Type.Namespace is { Length: > 0 } ns ? $"namespace {ns};\n" : "")}partial {plan.Spec.Type.Declarations[0]}\n{{\n{code}}}";
        var errors = TestCompilation.Create(source, declaration).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal))
            .Select(static diagnostic => diagnostic.ToString());
        Assert.True(!errors.Any(), string.Join("\n", errors) + "\n" + declaration);
        return code;
    }
}
