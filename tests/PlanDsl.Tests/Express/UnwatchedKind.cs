namespace PlanDsl.Tests;

/// <summary>How a body comes to its end.</summary>
internal enum UnwatchedKind
{
    /// <summary>On the thread that calls it.</summary>
    Synchronous,

    /// <summary>On that thread too, though it returns a task.</summary>
    AtOnce,

    /// <summary>On another thread, deaf to its token.</summary>
    Yields,

    /// <summary>On another thread; it stops if its token says so.</summary>
    Heeds,

    /// <summary>When its token says so, because its time is up or for the sake of the run.</summary>
    Stuck,

    /// <summary>When a body that is called later opens it, from within that body; or when its token says so.</summary>
    Opened,
}
