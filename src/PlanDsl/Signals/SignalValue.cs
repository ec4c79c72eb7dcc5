using System.Text.Json;

namespace PlanDsl;

/// <summary>What a signal brings.</summary>
/// <param name="Value">The value.</param>
/// <param name="IsPresent">Whether it brings one, be it null.</param>
internal readonly record struct SignalValue(object? Value, bool IsPresent)
{
    /// <summary>Whether it comes out of a journal, where it is JSON whatever it was.</summary>
    public bool IsRecorded { get; private init; }

    /// <summary>When it was given, which counts where a wait was over before the run was gone on with.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>When a signal was given: when it was asked, where that is known. By a clock that was ahead it may have been asked later than it came.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset? askedAt, DateTimeOffset came) => askedAt is { } asked && asked < came ? asked : came;

    /// <summary>What a signal brings that comes out of a journal.</summary>
    public static SignalValue Of(JsonElement? recorded) => new(recorded, recorded is not null) { IsRecorded = true };

    /// <summary>Whether it is what a step waits for.</summary>
    public bool Fits(SignalPolicy signal)
    {
        if (signal.TakesAnything)
            return SignalJson.Fits(this);
        if (signal.ValueType is not { } type)
            return !IsPresent;
        return IsPresent && (Value is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(Value));
    }

    public override string ToString() => !IsPresent ? "nothing" : Value is null ? "null" : $"a value of type {Value.GetType()}";
}
