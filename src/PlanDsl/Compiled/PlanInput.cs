using System.ComponentModel;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>An input that a compiled plan file declares, with what stands for it where a run is not given any. Immutable and thread-safe. For
/// generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlanInput
{
    private readonly string _planId;
    private readonly InputModel _input;

    /// <summary>Declares it.</summary>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="name">The name of the input.</param>
    /// <param name="type">Its type; <see langword="null"/> for any JSON value.</param>
    /// <param name="defaultValue">The value of a run that is given none, as JSON; <see langword="null"/> where it has to be given.</param>
    /// <param name="variable">The environment variable that it is read from where a run is given none; <see langword="null"/> for none.</param>
    /// <param name="description">What it is for; <see langword="null"/> where nothing is said.</param>
    /// <param name="isSecret">Whether its value is kept out of messages.</param>
    public PlanInput(string planId, string name, InputType? type, string? defaultValue = null, string? variable = null, string? description = null, bool isSecret = false)
    {
        _planId = planId;
        _input = new(name, TypeRef.Json) { JsonType = type, Default = defaultValue, FromEnvironment = variable, Description = description, IsSecret = isSecret };
    }

    /// <summary>A text that was given, else what stands for it.</summary>
    /// <param name="given">What was given; <see langword="null"/> for nothing.</param>
    /// <param name="options">How the run is made; <see langword="null"/> for one that is part of no other. What the environment has for the plans that a run runs is
    /// recorded with that.</param>
    /// <exception cref="ArgumentException">There is no value, or it is of another type.</exception>
    /// <exception cref="JournalException">The run around it is gone on with, and a secret that it had is not there any more.</exception>
    public string ValueOf(string? given, PlanOptions? options = null) => given ?? JsonValues.StringOf(UngivenIn(options));

    /// <inheritdoc cref="ValueOf(string?, PlanOptions?)"/>
    /// <summary>A whole number that was given, else what stands for it.</summary>
    public long ValueOf(long? given, PlanOptions? options = null) => given ?? UngivenIn(options).GetInt64();

    /// <inheritdoc cref="ValueOf(string?, PlanOptions?)"/>
    /// <summary>A number that was given, else what stands for it.</summary>
    public decimal ValueOf(decimal? given, PlanOptions? options = null) => given ?? UngivenIn(options).GetDecimal();

    /// <inheritdoc cref="ValueOf(string?, PlanOptions?)"/>
    /// <summary>A truth value that was given, else what stands for it.</summary>
    public bool ValueOf(bool? given, PlanOptions? options = null) => given ?? UngivenIn(options).GetBoolean();

    /// <inheritdoc cref="ValueOf(string?, PlanOptions?)"/>
    /// <summary>A JSON value that was given, else what stands for it.</summary>
    public JsonElement ValueOf(JsonElement? given, PlanOptions? options = null) => given is null ? UngivenIn(options) : Values.Of(given);

    /// <summary>The input as one that comes from the environment where a run is not given any.</summary>
    internal EnvironmentInput FromEnvironment => InputValues.FromEnvironment(_planId, _input);

    private InputValues Values => new(_planId, _input);

    private JsonElement UngivenIn(PlanOptions? options) => Values.UngivenIn(options?.Parent?.Run);
}
