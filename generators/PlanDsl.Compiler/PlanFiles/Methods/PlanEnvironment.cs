using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The environment variables that a plan file declares for all its steps: a method that makes them, of inputs.</summary>
internal sealed class PlanEnvironment
{
    /// <summary>The variable that holds an environment in generated methods.</summary>
    public const string Variable = "environment";

    /// <summary>The type of an environment.</summary>
    public const string Type = "global::PlanDsl.StepEnvironment";

    private readonly FilePlanReading _plan;
    private string? _name;
    private EquatableArray<ParameterModel> _inputs;

    public PlanEnvironment(FilePlanReading plan) => _plan = plan;

    /// <summary>Whether there are any.</summary>
    public bool HasAny => !_plan.Model.Environment.IsEmpty;

    /// <summary>The names of the variables.</summary>
    public IEnumerable<string> Names => _plan.Model.Environment.Select(static variable => variable.Name);

    /// <summary>A new environment with these variables, to which more may be added.</summary>
    /// <param name="roots">What the method that asks for it is given.</param>
    public string New(LoweredRoots roots)
    {
        if (!HasAny)
            return $"new {Type}()";
        _name ??= Write();
        return $"{_name}({string.Join(", ", _inputs.Select(input => roots.Input(input.Key)!.Code))})";
    }

    private string Write()
    {
        var name = _plan.Names.TakeLike("PlanEnvironment");
        var parameters = new LoweredParameters([]);
        var roots = new LoweredRoots(_plan, LoweredRoots.NoStep, MethodRole.Body, parameters);
        var writer = new CodeWriter(roots, new(_plan.Model.Id, MethodRole.Body, $"env of plan '{_plan.Model.Id}'"), _plan.Fields, _plan.Class?.Types);
        roots.Writer = writer;
        var lines = new List<string> { $"var {Variable} = new {Type}();" };
        foreach (var (variable, value) in _plan.Model.Environment)
        {
            lines.Add($"{Variable}[{CSharpText.Quote(variable)}] = {writer.Text(value, TextPlace.Of("env").Member(variable))};");
            roots.EnvironmentNames.Add(variable);
        }

        lines.Add($"return {Variable};");
        _inputs = parameters.Models;
        _plan.Report(LoweredRoots.NoStep, writer.Faults);
        _plan.Methods.Add(new($"private static {Type} {name}({parameters.Declaration})", lines.ToEquatableArray()) { Summary = "The environment that the plan gives to all its commands." });
        return name;
    }
}
