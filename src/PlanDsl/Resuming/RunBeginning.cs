namespace PlanDsl;

/// <summary>What a run takes over that does a part of another again. It is recorded event by event; this tells whether all of it is there.</summary>
/// <param name="From">The step at which the part begins.</param>
/// <param name="ParentEvents">How many events were recorded of the other run.</param>
/// <param name="Events">With how many events the run begins.</param>
internal readonly record struct RunBeginning(string From, long ParentEvents, long Events);
