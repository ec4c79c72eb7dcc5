using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>An interpreted plan, made ready to run: its table, and code for what each step does. Immutable, and shared by all runs.</summary>
internal sealed class PlanCode
{
    public PlanCode(PlanAnalysis analysis, InterpretedPlanOptions options, PlanFileLibrary library)
    {
        var model = analysis.Model;
        var bodies = new BodyCompiler(options, library);
        var places = new PlaceCompiler(model);
        model = bodies.WithBodies(model) with { Inputs = WithSecrets(model.Inputs, options.SecretInputs) };
        Model = model;
        Table = PlanTable.OfSound(analysis, model, options.Timeout, hasStrands: true);
        Keys = new(model);
        PlanPlace = places.OfPlan;
        Steps = new StepCode[model.Steps.Count];
        for (var step = 0; step < Steps.Length; step++)
            Steps[step] = Compile(step, places, bodies);
        Secrets = [.. model.Inputs.Where(static input => input.IsSecret).Select(static input => input.Name), .. model.Inputs.IsEmpty ? options.SecretInputs : []];
        Table.Secrets = [.. model.Inputs.Where(static input => input.IsSecret && (input.FromEnvironment ?? input.Default) is not null).Select(Ungiven)];
        EnvironmentInput[] fromEnvironment = [.. model.Inputs.Where(static input => input.FromEnvironment is not null).Select(input => InputValues.FromEnvironment(model.Id, input))];
        Table.EnvironmentInputs = fromEnvironment.Length == 0 ? null : () => fromEnvironment;

        // The rest is of steps that have a policy.
        if (Table.Policies is null)
            return;
        var numbers = new MethodNumbers(model);
        Named = [.. numbers.Bodies.Select(method => new NamedCode(places.Of(method.Step, method.Role), bodies.Compile(model.Steps[method.Step].MethodFor(method.Role)!)))];
        Decisions = [.. numbers.Decisions.Select(method => DecisionCode.Of(places.Of(method.Step, method.Role), model.Steps[method.Step]))];
        FanOuts = [.. Steps.Where(static step => step.Storage is ResultStorage.Elements || step.IsFanOut).Select(static step => step.Index)];
        KeepsApart = Steps.Any(static step => step.Storage is ResultStorage.Loop or ResultStorage.Member);
        Flow = PlanFlow.Of(model);
    }

    public PlanModel Model { get; }

    public PlanTable Table { get; }

    public ResultKeys Keys { get; }

    /// <summary>What names mean outside of all steps.</summary>
    public CodePlace PlanPlace { get; }

    public StepCode[] Steps { get; }

    /// <summary>The steps that are run as one, by the numbers of the table's strands.</summary>
    public StrandCode[] Strands => field ??= StrandCode.Of(this);

    /// <summary>Fallbacks and compensations, in the order of their numbers.</summary>
    public NamedCode[] Named { get; } = [];

    /// <summary>Conditions, in the order of their numbers.</summary>
    public DecisionCode[] Decisions { get; } = [];

    /// <summary>The steps that run for each element of an array.</summary>
    public int[] FanOuts { get; } = [];

    /// <summary>Whether what some step returns is kept apart for a while.</summary>
    public bool KeepsApart { get; }

    /// <summary>The ways through the plan, where they depend on how its steps end; <see langword="null"/> where each step simply waits for those
    /// before it.</summary>
    public PlanFlow? Flow { get; }

    /// <summary>The inputs that nobody is to be told.</summary>
    public string[] Secrets { get; }

    private static EquatableArray<InputModel> WithSecrets(EquatableArray<InputModel> inputs, IReadOnlyCollection<string> secrets) => secrets.Count == 0
        ? inputs
        : inputs.Select(input => input with { IsSecret = input.IsSecret || secrets.Contains(input.Name, StringComparer.Ordinal) }).ToEquatableArray();

    private UngivenSecret Ungiven(InputModel input) => new($"{Model.Id}.{input.Name}", () => new InputValues(Model.Id, input).Of(given: null));

    private StepCode Compile(int index, PlaceCompiler places, BodyCompiler bodies)
    {
        var step = Model.Steps[index];
        var drops = Table.PolicyOf(index) is { Accepted: { } accepted } && (accepted & StepEnds.Success) == StepEnds.None;
        var storage = step.Group is not null ? ResultStorage.Member
            : step.Element is not null ? ResultStorage.Elements
            : step.RepeatUntil is not null || drops ? ResultStorage.Loop
            : ResultStorage.Result;
        return new(index, places.Of(index, MethodRole.Body), step.Parallel is null ? bodies.Compile(step) : null)
        {
            Storage = storage,
            Elements = step.Element?.Path,
            Strategy = step.Parallel?.EffectiveStrategy ?? ParallelStrategy.All,
            IsMergedByKey = step.Parallel is not null && AreMembersKeyed(index),
            DropsResult = drops,
        };
    }

    private bool AreMembersKeyed(int group)
    {
        foreach (var member in Table.Membership!.MembersOf(group))
        {
            if (Model.Steps[member].DeclaredResultKey is null)
                return false;
        }

        return true;
    }
}
