namespace PlanDsl;

/// <summary>The names of the parts of one step: elements of a fan-out, such as <c>summarize[3]</c>, and iterations of a loop, such
/// as <c>improve#2</c>.</summary>
/// <param name="steps">The table in which the whole stands.</param>
/// <param name="whole">Its entry.</param>
/// <param name="suffix">What a part adds to the name of the whole.</param>
internal sealed class PartNames(StepTable steps, int whole, Func<int, string> suffix) : StepNames
{
    public static PartNames OfElements(StepTable steps, int whole) =>
        new(steps, whole, static element => FormattableString.Invariant($"[{element}]"));

    public static PartNames OfIterations(StepTable steps, int whole) =>
        new(steps, whole, static iteration => FormattableString.Invariant($"#{iteration + 1}"));

    public override string IdOf(int entry) => steps.IdOf(whole) + suffix(entry);

    public override string PathOf(int entry) => steps.PathOf(whole) + suffix(entry);

    public override string? ParentOf(int entry) => steps.PathOf(whole);
}
