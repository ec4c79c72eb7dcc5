using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan or a state machine was to be used that is not sound. Nothing of it was run.</summary>
public sealed class InvalidPlanException : Exception
{
    /// <summary>The plan or state machine failed its build; generated code, which is then all that is left of it, throws this.</summary>
    /// <param name="planId">The plan's id, or the full name of the state machine.</param>
    /// <param name="ids">The ids of the rules that it breaks.</param>
    public InvalidPlanException(string planId, params ReadOnlySpan<string> ids)
        : base($"'{planId}' is invalid ({string.Join(", ", ids)}); its build says why.")
    {
        PlanId = planId;
        Ids = ids.ToArray();
        Findings = [];
    }

    /// <summary>The plan was judged when it was loaded.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="findings">All that the rules have to say about it.</param>
    public InvalidPlanException(string planId, IReadOnlyList<Finding> findings)
        : base($"Plan '{planId}' is invalid. {string.Join(" ", Errors(findings).Select(static finding => $"{finding.Id}: {finding.Message}."))}")
    {
        PlanId = planId;
        Ids = [.. Errors(findings).Select(static finding => finding.Id).Distinct(StringComparer.Ordinal)];
        Findings = findings;
    }

    /// <summary>The plan was judged when its file was loaded.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="findings">All that there is to say of the file.</param>
    public InvalidPlanException(string planId, IReadOnlyList<PlanFileFinding> findings)
        : base(string.Join('\n', findings.Where(static finding => finding.Finding.Severity is FindingSeverity.Error).Prepend<object>($"Plan '{planId}' is invalid.")))
    {
        PlanId = planId;
        LocatedFindings = findings;
        Findings = [.. findings.Select(static finding => finding.Finding)];
        Ids = [.. Errors(Findings).Select(static finding => finding.Id).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every finding with its place, where a plan file was judged; empty for plans that have no file.</summary>
    public IReadOnlyList<PlanFileFinding> LocatedFindings { get; } = [];

    /// <summary>The plan's id, or the full name of the state machine.</summary>
    public string PlanId { get; }

    /// <summary>The ids of the rules that the plan breaks, such as <c>PLAN0101</c>.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Every finding, where the plan was judged at load; empty where its build had judged it.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static IEnumerable<Finding> Errors(IReadOnlyList<Finding> findings) =>
        findings.Where(static finding => finding.Severity is FindingSeverity.Error);
}
