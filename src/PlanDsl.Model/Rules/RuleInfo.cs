namespace PlanDsl.Model;

/// <summary>What is fixed about a rule: everything but the places where it strikes.</summary>
/// <param name="Id">The rule's id, such as <c>PLAN0101</c>.</param>
/// <param name="Family">The family that the first two digits of the id name.</param>
/// <param name="Severity">How serious a finding is by default. One of severity <see cref="FindingSeverity.Error"/> makes the plan invalid.</param>
/// <param name="Title">The title.</param>
/// <param name="MessageFormat">The message, a composite format.</param>
public sealed record RuleInfo(string Id, RuleFamily Family, FindingSeverity Severity, string Title, string MessageFormat)
{
    /// <summary>The page that explains the rule, with an example of the mistake and of its remedy.</summary>
    public string HelpLink => $"https://github.com/plandsl/plandsl/blob/main/docs/rules/{Id}.md";
}
