namespace PlanDsl.Model;

/// <summary>The result_keys that are taken: by an input, or by a step whose result is the same member of <c>Results</c>.</summary>
internal sealed class TakenKeys
{
    private readonly PlanAnalysis _plan;
    private readonly Dictionary<string, (int First, bool AreSeveral)> _members = new(StringComparer.Ordinal);

    public TakenKeys(PlanAnalysis plan)
    {
        _plan = plan;
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is not { ResultType: not null, ResultKey: var key } || NameRules.FaultOfResultKey(key) is not null)
                continue;
            var member = plan.MemberOf(step);
            _members[member] = _members.TryGetValue(member, out var known) ? (known.First, true) : (step, false);
        }
    }

    /// <summary>Whether another than this step has the key.</summary>
    public bool Contain(int step, string key) =>
        (_members.TryGetValue(PascalCase.From(key), out var taken) && (taken.AreSeveral || taken.First != step)) || _plan.InputNamed(key) is not null;
}
