using System.Collections;

namespace PlanDsl;

/// <summary>The scope of what a body logs: as text for people, as pairs for providers that keep them.</summary>
/// <param name="run">The run.</param>
/// <param name="body">The body.</param>
internal sealed class BodyScope(RunIdentity run, BodyName body) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 4;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("PlanId", run.PlanId),
        1 => new("RunId", run.RunId),
        2 => new("StepPath", body.StepPath),
        3 => new("Attempt", body.Attempt),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => FormattableString.Invariant($"PlanId:{run.PlanId} RunId:{run.RunId} StepPath:{body.StepPath} Attempt:{body.Attempt}");
}
