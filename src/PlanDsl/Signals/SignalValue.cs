namespace PlanDsl;

/// <summary>What a signal brings.</summary>
/// <param name="Value">The value.</param>
/// <param name="IsPresent">Whether it brings one, be it null.</param>
internal readonly record struct SignalValue(object? Value, bool IsPresent)
{
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
