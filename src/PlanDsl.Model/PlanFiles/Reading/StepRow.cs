using System.Runtime.CompilerServices;

namespace PlanDsl.Model;

/// <summary>A step of a file while it is read: the row of the model, and where it stands.</summary>
internal sealed class StepRow(StepModel model, JsonNode node, StepRow? group)
{
    // A view is large, and hardly a step has one.
    private StrongBox<ObjectView>? _transitions;

    public StepModel Model { get; set; } = model;

    /// <summary>The object of the step.</summary>
    public JsonNode Node => node;

    /// <summary>The parallel step that it is a child of; <see langword="null"/> for a step of the plan itself.</summary>
    public StepRow? Group => group;

    /// <summary>Whether something is written among its children that could not be read as one.</summary>
    public bool HasLostChildren { get; set; }

    /// <summary>The number of the row in the model, once all are known.</summary>
    public int Index { get; set; } = -1;

    /// <summary>The strings in which its references stand, by the methods that make them; <see langword="null"/> for none.</summary>
    public Dictionary<MethodRole, int[]>? Sources { get; set; }

    /// <summary>What it says of the way through a sequential plan.</summary>
    public ObjectView? Transitions
    {
        get => _transitions?.Value;
        set => _transitions = value is { } view ? new(view) : null;
    }
}
