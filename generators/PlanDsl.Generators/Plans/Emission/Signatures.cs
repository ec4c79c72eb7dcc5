using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The parameter lists of the generated methods. What they are given beyond the inputs steps aside for an input of
/// the same name.</summary>
internal sealed class Signatures
{
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string StepContext = "global::PlanDsl.StepContext";
    public const string PlanOptions = "global::PlanDsl.PlanOptions";

    private readonly PlanSpec _plan;

    public Signatures(PlanSpec plan)
    {
        _plan = plan;
        var names = new NameScope(plan.Inputs.Select(static input => input.Name));
        Options = names.Take("options", "planOptions");
        Token = names.Take("cancellationToken", "runToken");
        Self = names.Take("plan", "self");
        RunId = names.Take("runId", "idOfRun");
        Recorded = names.Take("inputs", "recorded");
    }

    /// <summary>The name of the parameter that takes the options.</summary>
    public string Options { get; }

    /// <summary>The name of the parameter that takes the token.</summary>
    public string Token { get; }

    /// <summary>The name of a variable that holds the plan.</summary>
    public string Self { get; }

    /// <summary>The name of the parameter that takes the id of a run.</summary>
    public string RunId { get; }

    /// <summary>The name of a variable that holds the inputs which are recorded of a run.</summary>
    public string Recorded { get; }

    /// <summary>The indices of the inputs that are secret, so that no journal has them.</summary>
    public IEnumerable<int> SecretInputs => Enumerable.Range(0, _plan.Inputs.Count).Where(input => _plan.Model.Inputs[input].IsSecret);

    /// <summary>The inputs as they are declared, their defaults with them, and then <paramref name="others"/>.</summary>
    public string Declare(params string[] others) => string.Join(", ", _plan.Inputs
        .Select(static input => input.DefaultValue is { } value ? $"{input.Type} {input.Name} = {value}" : $"{input.Type} {input.Name}")
        .Concat(others));

    /// <summary>What it takes to go on with a run: its id, the inputs that are secret, and then <paramref name="others"/>.</summary>
    public string DeclareResumed(params string[] others) =>
        string.Join(", ", SecretInputs.Select(input => $"{_plan.Inputs[input].Type} {_plan.Inputs[input].Name}").Prepend($"string {RunId}").Concat(others));

    /// <summary>The inputs as they are passed on, between <paramref name="first"/> and <paramref name="last"/>.</summary>
    public string Pass(string[] first, params string[] last) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select(static input => input.Name)).Concat(last));

    /// <summary>The values of the inputs in a run, behind <paramref name="first"/>.</summary>
    public string PassValues(string[] first) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select(static input => input.Value ?? input.Name)));

    /// <summary>The same in a run that has options: where that is part of another, what comes from the environment is recorded with that.</summary>
    public string PassValuesWithin(string[] first) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select(input => input.FromEnvironment is { } field ? $"{field}.ValueOf({input.Name}, {Options})" : input.Value ?? input.Name)));

    /// <summary>The values of the inputs in a run that goes on, behind <paramref name="first"/>: those that are recorded, and secrets as they are given.</summary>
    public string PassRecorded(string[] first) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select((input, index) => _plan.Model.Inputs[index].IsSecret ? input.Value ?? input.Name : RecordedOf(input, _plan.Model.Inputs[index].Name))));

    // What has a default need not have been an input when the run was made.
    private string RecordedOf(InputSpec input, string name)
    {
        var isDefault = input is { Value: null, DefaultValue: not null };
        return $"{Recorded}.Of<{TypeTexts.Static(input.ValueType ?? input.Type)}>({CSharpText.Quote(name)}{(isDefault ? $", {input.DefaultValue}" : "")})";
    }
}
