namespace PlanDsl.Model;

/// <summary>Names a part of a plan or of a state machine without saying where in a file it stands: each front end
/// resolves anchors with a map of its own, so that models and findings hold no positions.</summary>
public readonly record struct Anchor
{
    // Kept one too high, so that the default anchor is the plan.
    private readonly int _index;
    private readonly int _parameter;
    private readonly int _item;

    private Anchor(AnchorKind kind, int index, int parameter, string? property, int item, MethodRole role = MethodRole.Body)
    {
        Kind = kind;
        Role = role;
        Property = property;
        _index = index + 1;
        _parameter = parameter + 1;
        _item = item + 1;
    }

    /// <summary>What kind of part it is.</summary>
    public AnchorKind Kind { get; }

    /// <summary>The index of the step, transition, state or trigger; -1 where there is no such index.</summary>
    public int Index => _index - 1;

    /// <summary>For a parameter, and for a property of a step, whose it is: the body's, or that of a method which an option of the step names.</summary>
    public MethodRole Role { get; }

    /// <summary>The index of the parameter in its method; -1 for other kinds.</summary>
    public int Parameter => _parameter - 1;

    /// <summary>The property of the part, snake_case (one of <see cref="PropertyNames"/>); <see langword="null"/> for the
    /// part itself, which is shown at its name.</summary>
    public string? Property { get; }

    /// <summary>The index in a property that is a list; -1 for the whole property.</summary>
    public int Item => _item - 1;

    /// <summary>The plan or state machine itself.</summary>
    public static Anchor Plan => default;

    /// <summary>Step <paramref name="step"/>.</summary>
    public static Anchor Step(int step) => new(AnchorKind.Step, step, -1, null, -1);

    /// <summary>What step <paramref name="step"/> calls for another purpose than its body.</summary>
    public static Anchor StepMethod(int step, MethodRole role) => new(AnchorKind.Step, step, -1, null, -1, role);

    /// <summary>Parameter <paramref name="parameter"/> of step <paramref name="step"/>, or of the method that it calls for another purpose.</summary>
    public static Anchor StepParameter(int step, int parameter, MethodRole role = MethodRole.Body) =>
        new(AnchorKind.Parameter, step, parameter, null, -1, role);

    /// <summary>Transition <paramref name="index"/> of a state machine.</summary>
    public static Anchor Transition(int index) => new(AnchorKind.Transition, index, -1, null, -1);

    /// <summary>State <paramref name="index"/> of a state machine.</summary>
    public static Anchor State(int index) => new(AnchorKind.State, index, -1, null, -1);

    /// <summary>Trigger <paramref name="index"/> of a state machine.</summary>
    public static Anchor Trigger(int index) => new(AnchorKind.Trigger, index, -1, null, -1);

    /// <summary>A stretch of a plan file's text, for what is wrong with the text itself.</summary>
    public static Anchor Text(TextSpan span) => new(AnchorKind.Text, span.Start, span.Length, null, -1);

    /// <summary>For <see cref="AnchorKind.Text"/>, the stretch.</summary>
    public TextSpan TextSpan => Kind is AnchorKind.Text ? new(Index, Parameter) : default;

    /// <summary>A property of this part, one of <see cref="PropertyNames"/>, or an item of it.</summary>
    public Anchor At(string property, int item = -1) => new(Kind, Index, Parameter, property, item, Role);
}
