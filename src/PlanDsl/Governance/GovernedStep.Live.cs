namespace PlanDsl;

/// <content>Steps between which a stream is handed over while both execute.</content>
internal sealed partial class GovernedStep
{
    private volatile bool _hasStreamed;

    /// <summary>The step that reads its stream live; <see langword="null"/> for none.</summary>
    public int? LiveTo => policy?.LiveTo;

    /// <summary>The step whose stream it reads live; <see langword="null"/> for none.</summary>
    public int? LiveFrom => policy?.LiveFrom;

    /// <summary>The stream that it produces and another reads live, once one of the two has come to it. The coordinator's,
    /// under its lock.</summary>
    public ILiveEdge? Stream { get; set; }

    /// <summary>The slot that it shares with the steps with which it starts. The coordinator's, under its lock.</summary>
    public SharedSlot? Shared { get; set; }

    /// <summary>Whether it was started because its producer was. The coordinator's, under its lock.</summary>
    public bool HasJoined { get; set; }

    /// <summary>Whether the attempt cannot be followed by another: an element has left it, or it has begun to read.</summary>
    public bool HasStreamed
    {
        get => _hasStreamed;
        set => _hasStreamed = value;
    }
}
