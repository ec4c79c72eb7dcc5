namespace PlanDsl.Tests;

/// <summary>What is to be seen of a run from outside, as text, so that two of them are compared and shown at once.</summary>
/// <param name="Starts">The steps in the order in which their bodies started, with the second in which they did.</param>
/// <param name="Statuses">How each step ended, after how many attempts, and the kind of its failure.</param>
/// <param name="Run">How the run ended, with the step whose failure is its error.</param>
/// <param name="MostAtOnce">How many bodies were executing at once, at most.</param>
internal sealed record Observed(string Starts, string Statuses, string Run, int MostAtOnce);
