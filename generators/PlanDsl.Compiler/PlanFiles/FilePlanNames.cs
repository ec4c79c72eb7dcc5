using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names the class of a plan file that no class names.</summary>
public static class FilePlanNames
{
    private const string Suffix = "Plan";
    private const string Global = "global::";

    /// <summary>The class: <c>order_report</c> is <c>OrderReportPlan</c>.</summary>
    /// <param name="planId">The plan's id.</param>
    public static string ClassOf(string planId) => PascalCase.From(planId) + Suffix;

    /// <summary>The full name of a class that is declared for a plan file, as metadata has it: without the <c>@</c> that C# puts before keywords.</summary>
    /// <param name="cref">The class, fully qualified.</param>
    public static string MetadataNameOf(string cref) => cref.Substring(Global.Length).Replace("@", "");

    /// <summary>The same, as it is declared and emitted.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="place">Where the file belongs.</param>
    public static TypeSpec TypeOf(string planId, PlanFilePlace place)
    {
        var name = ClassOf(planId);
        var ns = string.Join(".", Namespace(place.RootNamespace).Select(TypeNames.Escape));
        var type = new TypeSpec
        {
            Namespace = ns,
            Declarations = [$"class {name}"],
            Name = name,
            SelfName = name,
            Cref = Global + (ns.Length > 0 ? $"{ns}.{name}" : name),
            HintName = "",
        };
        return type with { HintName = $"{MetadataNameOf(type.Cref)}-{HintNames.Hash(place.RelativePath).ToString("x8", CultureInfo.InvariantCulture)}" };
    }

    // The property is what MSBuild makes of a project's name, in which anything may stand.
    private static IEnumerable<string> Namespace(string root) =>
        root.Split('.').Select(static part => part.Trim()).Where(static part => part.Length > 0).Select(Identifier);

    private static string Identifier(string part)
    {
        var letters = part.Select(static letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_').ToArray();
        return SyntaxFacts.IsIdentifierStartCharacter(letters[0]) ? new(letters) : "_" + new string(letters);
    }
}
