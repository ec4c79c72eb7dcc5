namespace PlanDsl.Model;

/// <summary>A parameter of a step's body and what it is bound to.</summary>
public sealed record ParameterModel
{
    /// <summary>The parameter's name as its author wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>Where its value comes from.</summary>
    public ParameterKind Kind { get; init; }

    /// <summary>The result_key or the input's name that it binds; the empty string for values that the engine supplies.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether the key was written out, by <c>[From("…")]</c>, and not derived from the name.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether it is given the last element of a stream whose elements are all collected.</summary>
    public bool TakesLastElement { get; init; }

    /// <summary>Whether it is given the stream of another step itself, which it then reads live: while that step produces it.</summary>
    public bool IsLive { get; init; }

    /// <summary>The type of the parameter.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Whether a container may hold what its type asks for: it is an interface or a class, and no collection.</summary>
    public bool MayBeService { get; init; }

    /// <summary>For an outcome, the type of the result that comes with it; <see langword="null"/> for everything else.</summary>
    public TypeRef? OutcomeType { get; init; }

    /// <summary>Whether the key is the id of a step, never a result_key: <c>steps.fetch.status</c>.</summary>
    public bool IsStepId { get; init; }

    /// <summary>The path in a plan file that the parameter stands for; <see langword="null"/> for a parameter of a method.</summary>
    public PathExpression? Path { get; init; }

    /// <summary>Whether it is a path to an input, of which a plan file that declares none may be given any.</summary>
    internal bool IsInputPath => Path?.Root is ReferenceRoots.Inputs;

    /// <summary>The parameter as messages name it: a parameter of a method, or a reference in a plan file.</summary>
    internal string Title => $"{(Path is null ? "parameter" : "reference")} '{Name}'";

    /// <summary>The same at the start of a sentence.</summary>
    internal string TitleAtStart => $"{(Path is null ? "Parameter" : "Reference")} '{Name}'";

    /// <summary>Whether it names another step, by its result_key or its id.</summary>
    public bool NamesStep => Kind is ParameterKind.Result or ParameterKind.Outcome;
}
