namespace PlanDsl;

/// <summary>How a journal is kept. Read when the journal is opened.</summary>
public class JournalOptions
{
    /// <summary>How safe an event is before the run acts on it. <see cref="JournalDurability.Batched"/> by default.</summary>
    public JournalDurability Durability { get; set; } = JournalDurability.Batched;

    /// <summary>Where the times of claims and requests come from, and the pace of looking for requests. <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
