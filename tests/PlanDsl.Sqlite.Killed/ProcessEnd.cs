namespace PlanDsl.Tests;

/// <summary>How a process that executes runs comes to its end.</summary>
internal enum ProcessEnd
{
    /// <summary>With its runs.</summary>
    WithRuns,

    /// <summary>It kills itself when its runs have come so far together, whatever they are at.</summary>
    Suddenly,

    /// <summary>When its run does nothing but wait for a signal: it lets go of that.</summary>
    LettingGo,

    /// <summary>It kills itself when an event is as safe as its journal promises, and nothing has followed from it.</summary>
    After,

    /// <summary>It kills itself when an event happens, which is not recorded: all before is, and has been acted on.</summary>
    Before,
}
