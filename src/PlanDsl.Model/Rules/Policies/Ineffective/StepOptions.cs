namespace PlanDsl.Model;

/// <summary>The options of one step, of which some turn out to do nothing.</summary>
/// <param name="step">The index of the step.</param>
/// <param name="declared">The step.</param>
/// <param name="words">The words of its author.</param>
/// <param name="findings">Where findings go.</param>
internal readonly struct StepOptions(int step, StepModel declared, Wording words, ICollection<Finding> findings)
{
    /// <summary>The words of the step's author.</summary>
    public Wording Words => words;

    /// <summary>Says of an option why it has no effect, and what would be right.</summary>
    public void Add(string property, string reason) => Add(Anchor.Step(step).At(property), property, reason);

    /// <summary>Says it of what marks a parameter of the body.</summary>
    public void Add(int parameter, string property, string reason) => Add(Anchor.StepParameter(step, parameter), property, reason);

    private void Add(Anchor anchor, string property, string reason) =>
        findings.Add(new(RuleIds.IneffectiveOption, anchor, [words[property], declared.Name, reason]));
}
