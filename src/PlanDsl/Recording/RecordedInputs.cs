using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>The inputs of a run on their way to a journal, and back. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedInputs
{
    private readonly string _of;
    private readonly JsonSerializerOptions? _options;
    private readonly Dictionary<string, JsonElement>? _values;

    /// <summary>None yet.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How types are made JSON; <see langword="null"/> for the defaults.</param>
    public RecordedInputs(PlanTable plan, JsonSerializerOptions? options)
        : this($"plan '{plan?.PlanId}'", new(StringComparer.Ordinal), options) => ArgumentNullException.ThrowIfNull(plan);

    private RecordedInputs(string of, Dictionary<string, JsonElement>? values, JsonSerializerOptions? options) => (_of, _values, _options) = (of, values, options);

    /// <summary>Nobody's, of which each input is the default value of its type: enough to see what a plan is.</summary>
    internal static RecordedInputs OfNobody { get; } = new("", null, null);

    /// <summary>Those that are recorded of a run.</summary>
    internal static RecordedInputs Of(RunCreatedEvent created, RunSecrets? secrets, JsonSerializerOptions? options)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (created.Inputs is { } inputs && RunSecrets.Reveal(secrets, inputs) is { ValueKind: JsonValueKind.Object } recorded)
        {
            foreach (var input in recorded.EnumerateObject())
                values[input.Name] = input.Value;
        }

        return new($"run '{created.RunId}'", values, options);
    }

    /// <summary>Adds an input that is to be recorded.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>These inputs.</returns>
    /// <exception cref="InvalidOperationException">Values of its type cannot be recorded.</exception>
    public RecordedInputs Add<T>(string name, T value)
    {
        if (ResultJson.FaultOf<T>(_options) is { } fault)
            throw new InvalidOperationException(RecordText.OfInput(name, _of, typeof(T), fault));
        try
        {
            _values!.Add(name, ResultJson.Of(value, _options));
        }
        catch (BindingException failure)
        {
            throw new InvalidOperationException(RecordText.OfInput(name, _of, typeof(T), failure.Message), failure);
        }

        return this;
    }

    /// <summary>An input that was recorded.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is none of this name, or it was of another type: the plan has changed.</exception>
    public T Of<T>(string name)
    {
        if (_values is null)
            return default!;
        return _values.TryGetValue(name, out var value)
            ? Read<T>(name, value)
            : throw new InvalidOperationException($"Input '{name}' is not recorded of {_of}: the plan has been given it since. Give it a default value, resume the run with the plan as it was, or run the plan anew.");
    }

    /// <summary>An input that was recorded, or its default value where it was not.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">The default value.</param>
    /// <exception cref="InvalidOperationException">It was of another type: the plan has changed.</exception>
    public T Of<T>(string name, T byDefault) => _values is not null && _values.TryGetValue(name, out var value) ? Read<T>(name, value) : byDefault;

    /// <summary>The inputs as one JSON object.</summary>
    public JsonElement ToJson() => JsonValues.Of(_values!);

    private T Read<T>(string name, JsonElement value)
    {
        try
        {
            return ResultJson.To<T>(value, $"input '{name}' of {_of}", _options);
        }
        catch (BindingException failure)
        {
            throw new InvalidOperationException($"{failure.Message} Resume the run with the plan as it was, or run the plan anew.", failure);
        }
    }
}
