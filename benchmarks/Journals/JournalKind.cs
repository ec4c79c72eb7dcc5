namespace PlanDsl.Benchmarks;

/// <summary>The journals that there are.</summary>
internal enum JournalKind
{
    /// <summary>In memory.</summary>
    Memory,

    /// <summary>A file of lines.</summary>
    JsonLines,

    /// <summary>A database.</summary>
    Sqlite,
}
