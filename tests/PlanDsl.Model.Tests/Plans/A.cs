namespace PlanDsl.Model.Tests;

/// <summary>Makes models in a line: <c>A.Plan(A.Step("a"), A.Step("b", A.Result("a")))</c>.</summary>
internal static class A
{
    public static TypeRef Number { get; } = new("int", "int") { IsValueType = true };

    public static TypeRef MaybeNumber { get; } = new("int?", "int?") { IsValueType = true, Nullability = Nullability.Nullable };

    public static TypeRef Numbers { get; } = new("int[]", "int[]");

    public static TypeRef Text { get; } = new("string", "string");

    public static TypeRef MaybeText { get; } = Text with { Nullability = Nullability.Nullable };

    public static TypeRef ObliviousText { get; } = Text with { Nullability = Nullability.Oblivious };

    public static ParameterModel Token { get; } = new()
    {
        Name = "cancellationToken",
        Kind = ParameterKind.CancellationToken,
        Type = new("global::System.Threading.CancellationToken", "CancellationToken") { IsValueType = true },
    };

    public static ParameterModel Context { get; } = new()
    {
        Name = "context",
        Kind = ParameterKind.Context,
        Type = new("global::PlanDsl.StepContext", "StepContext"),
    };

    public static PlanModel Plan(params StepModel[] steps) => new()
    {
        Id = "Shop.OrderReportPlan",
        Steps = steps.ToEquatableArray(),
        Inputs = steps.SelectMany(step => step.Parameters.Concat(step.Methods.SelectMany(named => named.Method.Parameters)))
            .Where(parameter => parameter.Kind is ParameterKind.Input)
            .DistinctBy(parameter => parameter.Key)
            .Select(parameter => new InputModel(parameter.Key, parameter.Type))
            .ToEquatableArray(),
    };

    public static StepModel Step(string id, params ParameterModel[] parameters) =>
        new() { Id = id, ResultType = Number, Parameters = parameters.ToEquatableArray() };

    public static ParameterModel Result(string key) => new() { Name = key, Key = key, Type = Number };

    public static ParameterModel Input(string name) => Result(name) with { Kind = ParameterKind.Input };

    public static MethodModel Method(string name, params ParameterModel[] parameters) =>
        new() { Name = name, Parameters = parameters.ToEquatableArray() };

    /// <summary>A parallel group; the steps that name it in <see cref="In"/> are its members.</summary>
    public static StepModel Group(string id, ParallelStrategy? strategy = null, int? threshold = null) =>
        new() { Id = id, Parallel = new() { Strategy = strategy, Threshold = threshold } };

    public static StepModel In(this StepModel step, string group) => step with { Group = group };

    public static ParameterModel Outcome(string key) => Result(key) with
    {
        Kind = ParameterKind.Outcome,
        OutcomeType = Number,
        Type = new("global::PlanDsl.StepOutcome<int>", "StepOutcome<int>"),
    };

    public static ParameterModel OutcomeOfNothing(string id) => Outcome(id) with
    {
        OutcomeType = new("object", "object"),
        Type = new("global::PlanDsl.StepOutcome<object>", "StepOutcome<object>"),
    };

    public static StepModel After(this StepModel step, params string[] ids) => step with { DependsOn = ids.ToEquatableArray() };

    public static StepModel Silent(this StepModel step) => step with { ResultType = null };

    public static StepModel As(this StepModel step, string resultKey) => step with { DeclaredResultKey = resultKey };

    public static ParameterModel Of(this ParameterModel parameter, TypeRef type) => parameter with { Type = type };

    public static StepModel Returning(this StepModel step, TypeRef type) => step with { ResultType = type };
}
