namespace PlanDsl.CodeFixes;

/// <summary>A remedy for one diagnostic, found to be sound before it is offered.</summary>
/// <param name="Title">What an editor shows.</param>
/// <param name="EquivalenceKey">What the same remedy has in common wherever it is offered: what Fix All applies.</param>
/// <param name="ApplyAsync">Adds its edits to those of others. All of them see the code as it was before the first.</param>
internal sealed record Fix(string Title, string EquivalenceKey, Func<FixSession, CancellationToken, Task> ApplyAsync);
