using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names the class of a plan file that no class names.</summary>
public static class FilePlanNames
{
    private const string Suffix = "Plan";

    /// <summary>The class: <c>order_report</c> is <c>OrderReportPlan</c>.</summary>
    /// <param name="planId">The plan's id.</param>
    public static string ClassOf(string planId) => PascalCase.From(planId) + Suffix;

    /// <summary>The same, as it is declared and emitted.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="place">Where the file belongs.</param>
    public static TypeSpec TypeOf(string planId, PlanFilePlace place)
    {
        var name = ClassOf(planId);
        var ns = Namespace(place.RootNamespace);
        var full = ns.Length > 0 ? $"{ns}.{name}" : name;
        return new()
        {
            Namespace = ns,
            Declarations = [$"class {name}"],
            Name = name,
            SelfName = name,
            Cref = "global::" + full,
            HintName = $"{full}-{HintNames.Hash(place.RelativePath).ToString("x8", CultureInfo.InvariantCulture)}",
        };
    }

    // The property is what MSBuild makes of a project's name, in which anything may stand.
    private static string Namespace(string root) =>
        string.Join(".", root.Split('.').Select(static part => part.Trim()).Where(static part => part.Length > 0).Select(static part => TypeNames.Escape(Identifier(part))));

    private static string Identifier(string part)
    {
        var letters = part.Select(static letter => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_').ToArray();
        return char.IsDigit(letters[0]) ? "_" + new string(letters) : new(letters);
    }
}
