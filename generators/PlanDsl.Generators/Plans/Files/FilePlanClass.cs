using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>A class that names a plan file.</summary>
/// <param name="Reference">The file as it names it.</param>
/// <param name="Type">The class.</param>
internal sealed record FilePlanClass(PlanFileReference Reference, TypeSpec Type)
{
    public static FilePlanClass? Of(INamedTypeSymbol type, PlanSymbols symbols) =>
        FileClass.ReferenceOf(type, symbols) is { } reference ? new(reference, TypeSpecReader.Read(type)) : null;

    /// <summary>The plan of a class whose file nobody can tell: one that says so.</summary>
    public PlanSpec WithoutFile() => new()
    {
        Model = new() { Id = Reference.Type },
        Type = Type,
        Steps = [],
        Inputs = [],
        Findings = [new(RuleIds.PlanFileNotFound, Anchor.Plan, [])],
    };
}
