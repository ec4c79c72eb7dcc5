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
    }

    /// <summary>The name of the parameter that takes the options.</summary>
    public string Options { get; }

    /// <summary>The name of the parameter that takes the token.</summary>
    public string Token { get; }

    /// <summary>The name of a variable that holds the plan.</summary>
    public string Self { get; }

    /// <summary>The inputs as they are declared, their defaults with them, and then <paramref name="others"/>.</summary>
    public string Declare(params string[] others) => string.Join(", ", _plan.Inputs
        .Select(static input => input.DefaultValue is { } value ? $"{input.Type} {input.Name} = {value}" : $"{input.Type} {input.Name}")
        .Concat(others));

    /// <summary>The inputs as they are passed on, between <paramref name="first"/> and <paramref name="last"/>.</summary>
    public string Pass(string[] first, params string[] last) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select(static input => input.Name)).Concat(last));

    /// <summary>The values of the inputs in a run, behind <paramref name="first"/>.</summary>
    public string PassValues(string[] first) =>
        string.Join(", ", first.Concat(_plan.Inputs.Select(static input => input.Value ?? input.Name)));
}
