namespace PlanDsl.Model;

/// <summary>A plan under judgement: the model, what is known of its types, and what follows from both. Each part is
/// computed once, however many rules ask for it. Not thread-safe.</summary>
/// <param name="model">The plan.</param>
/// <param name="types">What is known of its types.</param>
public sealed class PlanAnalysis(PlanModel model, TypeFacts types)
{
    /// <summary>The plan.</summary>
    public PlanModel Model { get; } = model;

    /// <summary>What is known of its types.</summary>
    public TypeFacts Types { get; } = types;

    /// <summary>Which step each reference means.</summary>
    public PlanBindings Bindings => field ??= new PlanBindings(Model);

    /// <summary>The steps as a graph.</summary>
    public PlanGraph Graph => field ??= PlanGraph.From(Model, Bindings);
}
