using System.ComponentModel;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>An input of a plan file to which a step of another hands a value whose type only a run can tell. A text is read as what the input
/// declares, as one from a command line is. Immutable and thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandedInput
{
    private readonly string _place;
    private readonly string _planId;
    private readonly InputModel _input;

    /// <summary>Declares it.</summary>
    /// <param name="place">Who hands it, for messages: <c>step 'fetch'</c>.</param>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="name">The name of the input.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isSecret">Whether its value is kept out of messages.</param>
    public HandedInput(string place, string planId, string name, InputType type, bool isSecret = false)
    {
        (_place, _planId) = (place, planId);
        _input = new(name, TypeRef.Json) { JsonType = type, IsSecret = isSecret };
    }

    /// <summary>A value for an input that takes texts.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public string ToText(JsonElement value) => Of(value, static (input, value) => JsonValues.StringOf(input.Of(value)));

    /// <inheritdoc cref="ToText"/>
    /// <summary>A value for an input that takes whole numbers.</summary>
    public long ToInteger(JsonElement value) => Of(value, static (input, value) => input.IntegerOf(value));

    /// <inheritdoc cref="ToText"/>
    /// <summary>A value for an input that takes numbers.</summary>
    public decimal ToNumber(JsonElement value) => Of(value, static (input, value) => input.NumberOf(value));

    /// <inheritdoc cref="ToText"/>
    /// <summary>A value for an input that takes truth values.</summary>
    public bool ToTruth(JsonElement value) => Of(value, static (input, value) => input.Of(value).GetBoolean());

    /// <summary>A plan has refused what it was given.</summary>
    /// <param name="place">Who has given it: <c>step 'fetch'</c>.</param>
    /// <param name="planId">The id of the plan.</param>
    /// <param name="fault">What it has said.</param>
    /// <returns>The failure of the step.</returns>
    public static Exception Refused(string place, string planId, ArgumentException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);

        // The name of a parameter of ours is nothing to those who wrote the file.
        var message = fault.ParamName is { } parameter ? fault.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal) : fault.Message;
        return new BindingException($"What {place} gives plan '{planId}' is not what that asks for: {message}");
    }

    private T Of<T>(JsonElement value, Func<InputValues, JsonElement, T> read)
    {
        try
        {
            return read(new(_planId, _input), PlanJson.Of(value));
        }
        catch (ArgumentException fault)
        {
            throw Refused(_place, _planId, fault);
        }
    }
}
