using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The inputs of a plan file in C#: those that it declares, or, where it declares none, the variables that it reads, which need not
/// be given.</summary>
internal sealed class FileInputs
{
    private readonly Dictionary<string, CodeType> _types = new(StringComparer.Ordinal);
    private readonly List<InputModel> _models = [];
    private readonly List<InputSpec> _specs = [];

    /// <param name="plan">The plan as it was read.</param>
    /// <param name="fields">The static fields of the plan, to which what an input needs in a run is added.</param>
    public FileInputs(PlanModel plan, CodeFields fields)
    {
        AreDeclared = !plan.Inputs.IsEmpty;
        var names = new ParameterNames();
        if (AreDeclared)
        {
            foreach (var input in plan.Inputs)
                Add(input, InputTypes.Of(input.JsonType), InputSpecs.Declared(plan.Id, input, names.Take(input.Name), fields));
        }
        else
        {
            foreach (var (name, isValue) in VariableReader.Read(plan))
                Add(new(name, TypeRef.NullableJson), (isValue ? CodeTypes.Json : CodeTypes.String).OrNull(), InputSpecs.Variable(names.Take(name), isValue));
        }

        InputSpecs.KeepTrailingDefaults(_specs);
    }

    /// <summary>Whether the file says what inputs there are.</summary>
    public bool AreDeclared { get; }

    /// <summary>The inputs as the rules see them.</summary>
    public EquatableArray<InputModel> Models => _models.ToEquatableArray();

    /// <summary>The inputs as the emitter sees them.</summary>
    public EquatableArray<InputSpec> Specs => _specs.ToEquatableArray();

    /// <summary>The names of all.</summary>
    public IEnumerable<string> Names => _models.Select(static input => input.Name);

    /// <summary>The type of an input in a run; <see langword="null"/> where there is none of this name.</summary>
    public CodeType? TypeOf(string name) => _types.TryGetValue(name, out var type) ? type : null;

    private void Add(InputModel input, CodeType type, InputSpec spec)
    {
        if (_types.ContainsKey(input.Name))
            return;
        _types.Add(input.Name, type);
        _models.Add(new(input.Name, TypeRefs.Of(type)) { JsonType = input.JsonType, Default = input.Default, IsSecret = input.IsSecret, Description = input.Description, FromEnvironment = input.FromEnvironment });
        _specs.Add(spec);
    }
}
