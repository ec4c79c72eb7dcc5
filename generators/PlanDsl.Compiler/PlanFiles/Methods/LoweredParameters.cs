using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The parameters of a generated method, each for what it is first needed for. For one thread.</summary>
internal sealed class LoweredParameters
{
    private const string ContextType = "global::PlanDsl.StepContext";
    private const string TokenType = "global::System.Threading.CancellationToken";

    private readonly List<ParameterModel> _models = [];
    private readonly List<string> _declarations = [];
    private readonly Dictionary<(ParameterKind, string), string> _names = [];
    private readonly HashSet<string> _taken;
    private readonly string _tokenName;

    /// <param name="taken">The names that mean something else in the method: it calls a method of the class, or asks a member for a plan.</param>
    public LoweredParameters(IEnumerable<string> taken)
    {
        _taken = new(taken, StringComparer.Ordinal);
        ContextName = TakeLike("context");
        _tokenName = TakeLike("cancellationToken");
        EnvironmentName = TakeLike(PlanEnvironment.Variable);
        ResultName = TakeLike("result");
        BoundedTokenName = TakeLike("boundedToken");
    }

    /// <summary>The name by which the method knows the context of its attempt.</summary>
    public string ContextName { get; }

    /// <summary>The name of the environment that it makes.</summary>
    public string EnvironmentName { get; }

    /// <summary>The name of what a call has returned, where something else is made of it.</summary>
    public string ResultName { get; }

    /// <summary>The name of a token that is cancelled also when a timeout is over.</summary>
    public string BoundedTokenName { get; }

    /// <summary>The parameters as the model has them.</summary>
    public EquatableArray<ParameterModel> Models => _models.ToEquatableArray();

    /// <summary>The parameters as C# declares them.</summary>
    public string Declaration => string.Join(", ", _declarations);

    /// <summary>The name of the parameter that is bound like this one, which is added if there is none.</summary>
    /// <param name="parameter">The parameter; its name is like the one it gets.</param>
    /// <param name="type">Its type in C#.</param>
    public string Add(ParameterModel parameter, string type)
    {
        var bound = (parameter.Kind, parameter.Key);
        if (_names.TryGetValue(bound, out var name))
            return name;
        name = TakeLike(parameter.Name);
        return Add(parameter with { Name = name.TrimStart('@') }, type, name);
    }

    /// <summary>The context of the attempt.</summary>
    public string Context() => _names.TryGetValue((ParameterKind.Context, ""), out var name) ? name
        : Add(new() { Name = ContextName, Kind = ParameterKind.Context, Type = new(ContextType, "StepContext") }, ContextType, ContextName);

    /// <summary>The token of the attempt.</summary>
    public string Token() => _names.TryGetValue((ParameterKind.CancellationToken, ""), out var name) ? name
        : Add(new() { Name = _tokenName, Kind = ParameterKind.CancellationToken, Type = new(TokenType, "CancellationToken") { IsValueType = true } }, TokenType, _tokenName);

    private string Add(ParameterModel parameter, string type, string name)
    {
        _names.Add((parameter.Kind, parameter.Key), name);
        _models.Add(parameter);
        _declarations.Add($"{type} {name}");
        return name;
    }

    private string TakeLike(string key)
    {
        var name = ParameterNames.CamelCase(key);
        while (!_taken.Add(name))
            name += "_";
        return TypeNames.Escape(name);
    }
}
