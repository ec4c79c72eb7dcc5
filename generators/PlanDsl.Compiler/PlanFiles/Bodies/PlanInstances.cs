using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Where the instances of the plans come from that a plan file runs: the class's own member of that type, else a constructor without
/// parameters, else the services of the run.</summary>
internal sealed class PlanInstances(FilePlanReading plan)
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";

    /// <summary>The names that a generated method must not give its parameters, because they mean something else in the class.</summary>
    public IEnumerable<string> TakenNames => plan.Class is { } known
        ? SubPlanInstance.PrimaryParameters(known.Type).Select(static parameter => parameter.Name).Concat(known.Type.MemberNames)
        : [];

    /// <summary>Whether the instance comes from services.</summary>
    public bool IsFromServices(CatalogPlan run, string step) => Find(run, step).Source is SubPlanSource.Services;

    /// <summary>The instance in C#, and whether the class holds it; <see langword="null"/> where nobody can tell which it is, which is told.</summary>
    public (string Code, bool IsHeld)? Of(CatalogPlan run, MethodLowering method)
    {
        var found = Find(run, method.Model.Id);
        if (found.Fault is { } fault)
        {
            method.Report(Model.RuleIds.StepBodyNotFound, TextPlace.Of("plan"), [method.Model.Id, $"runs plan '{run.Id}'", fault]);
            return null;
        }

        return found.Source switch
        {
            SubPlanSource.Member => (found.Member, true),
            SubPlanSource.New => ($"new {run.Type}()", false),
            _ => ($"{Services}.GetRequiredService<{run.Type}>({method.Parameters.Context()}.Services)", false),
        };
    }

    private SubPlanInstance Find(CatalogPlan run, string step)
    {
        var method = Model.PascalCase.From(step);
        if (run.MetadataName.Length > 0 && plan.Class is { Type: var type, Symbols.Compilation: var compilation })
        {
            if (compilation.Assembly.GetTypeByMetadataName(run.MetadataName) is { } known)
                return SubPlanInstance.Find(method, isStatic: false, known, type, compilation);
            if (SubPlanInstance.Find(method, isStatic: false, part => IsYetToBe(run, part), type, compilation) is { } found)
                return found;
        }

        return new(run.IsConstructible ? SubPlanSource.New : SubPlanSource.Services);
    }

    // A class that is generated for a plan file is not there yet when generators run: the name is all that there is of it.
    private static bool IsYetToBe(CatalogPlan run, ITypeSymbol type) =>
        type is IErrorTypeSymbol { Arity: 0 } && run.MetadataName.Substring(run.MetadataName.LastIndexOf('.') + 1) == type.Name;
}
