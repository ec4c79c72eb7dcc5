using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Makes of a plan file that has been read, and of the class that names it, a plan. Generator and analyzers both ask here, so that they
/// cannot disagree.</summary>
public static class FilePlanReader
{
    /// <summary>The plan of a file that no class names. No symbol is looked at.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="catalog">The plans that its steps may run.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static FilePlan Read(PlanFile file, PlanFilePlace place, PlanCatalog catalog, CancellationToken cancellationToken) =>
        Read(file, place, null, null, catalog, cancellationToken);

    /// <summary>The plan of a file that a class names. Two readings of the same file and the same declarations are equal.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="type">The class; <see langword="null"/> where no class names the file.</param>
    /// <param name="symbols">The known types of its compilation; <see langword="null"/> where no class names the file.</param>
    /// <param name="catalog">The plans that its steps may run.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static FilePlan Read(PlanFile file, PlanFilePlace place, INamedTypeSymbol? type, PlanSymbols? symbols, PlanCatalog catalog, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plan = new FilePlanReading(file, place, type is null || symbols is null ? null : new(type, symbols), catalog);
        if (plan.Class is not null)
            FileClassShape.Check(plan);
        var unwritten = new List<int>();
        var spec = FileLowering.Lower(plan, unwritten, cancellationToken);
        var inFile = FileFindings(plan);
        var ids = IdsOf(inFile.Concat(plan.ClassFindings));
        if (ids.IsEmpty && spec.UnresolvedSteps.IsEmpty && unwritten.Count > 0)
        {
            ReportUnwritten(plan, unwritten);
            inFile = FileFindings(plan);
            ids = IdsOf(inFile);
        }

        return new(spec with { Findings = ids }, inFile, plan.ClassFindings.ToEquatableArray());
    }

    // A step that cannot be written has a fault, so that somebody should have told of it. Were nothing said, the plan would be built, and throw when it starts.
    private static void ReportUnwritten(FilePlanReading plan, List<int> unwritten)
    {
        foreach (var step in unwritten)
            plan.FileFindings.Add(new(RuleIds.StepBodyNotFound, Anchor.Step(step), [plan.Model.Steps[step].Id, "says what no code could be written for", "write it in another way; that nothing tells what is wrong with it is a fault of the compiler"]));
    }

    // Of what the rules say too, their word counts.
    private static EquatableArray<Finding> FileFindings(FilePlanReading plan) =>
        plan.File.Check(new(JudgedModel.Of(plan), RecordedTypes.Of(plan), Wording.PlanFile), plan.FileFindings);

    // What a finding says, and where, is nothing to generated code.
    private static EquatableArray<Finding> IdsOf(IEnumerable<Finding> findings) => findings
        .Where(static finding => finding.Severity is FindingSeverity.Error)
        .Select(static finding => finding.Id)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static id => id, StringComparer.Ordinal)
        .Select(static id => new Finding(id, Anchor.Plan, []))
        .ToEquatableArray();
}
