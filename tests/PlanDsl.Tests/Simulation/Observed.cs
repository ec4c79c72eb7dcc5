namespace PlanDsl.Tests;

/// <summary>What is to be seen of a run from outside, as text, so that two of them are compared and shown at once.</summary>
/// <param name="Calls">The bodies and conditions in the order in which they were called, with the second in which they were.</param>
/// <param name="Ends">How each step, element and iteration ended, after how many attempts, and the kind of its failure.</param>
/// <param name="Run">How the run ended, with the step whose failure is its error, and when.</param>
/// <param name="MostAtOnce">How many bodies held a slot at once, at most; 0 where that is not to be seen.</param>
internal sealed record Observed(string Calls, string Ends, string Run, int MostAtOnce)
{
    public override string ToString() => $"""

          calls {Calls}
          ends  {Ends}
          run   {Run}, {MostAtOnce} at once
        """;
}
