using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The steps of a large plan whose results are kept where the caller will find them, so that nothing is copied when the run ends. They
/// are called once, and nothing of them goes on when they have ended: what the caller has got never changes.</summary>
internal sealed class DirectResults
{
    private readonly string?[] _fields;

    /// <summary>Finds them.</summary>
    public DirectResults(PlanSpec plan, StateNames names)
    {
        _fields = new string?[plan.Steps.Count];
        int[] members = [.. ResultMembers.Of(plan)];
        if (members.Length <= ResultMembers.MostAtOnce)
            return;
        var taken = new HashSet<string>(members.Select(step => plan.Steps[step].Member), StringComparer.Ordinal);
        foreach (var step in members)
        {
            if (IsCalledOnce(plan, step) && !names.HeldTasks.Has(step) && !names.Stored.CanBeAbsent(step) && !taken.Contains(names.OfResult(step)))
                _fields[step] = names.OfResult(step);
        }
    }

    /// <summary>Whether there is any.</summary>
    public bool HasAny => Array.Exists(_fields, static name => name is not null);

    /// <summary>Whether a step is one of them.</summary>
    public bool Has(int step) => _fields[step] is not null;

    /// <summary>The field of <c>Results</c> that holds the result of a step.</summary>
    public string FieldOf(int step) => _fields[step]!;

    private static bool IsCalledOnce(PlanSpec plan, int step) =>
        plan.Steps[step].Returns is ReturnKind.Value or ReturnKind.AwaitableValue && !plan.Model.Steps[step].IsGovernedIn(plan.Model);
}
