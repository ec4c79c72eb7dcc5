namespace PlanDsl.Generators.Tests;

/// <summary>Binds the generated methods as delegates, since spans cannot travel through reflection.</summary>
internal sealed class LoadedMachine<TState, TTrigger>(Type type) : LoadedMachine
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Fire _tryFire = Method(type, "TryFire").CreateDelegate<Fire>();
    private readonly Ask _permitted = Method(type, "Permitted").CreateDelegate<Ask>();
    private readonly Func<TState, bool> _isTerminal = Method(type, "IsTerminal").CreateDelegate<Func<TState, bool>>();
    private readonly Func<string> _toMermaid = Method(type, "ToMermaid").CreateDelegate<Func<string>>();

    private delegate bool Fire(TState state, TTrigger trigger, out TState next);

    private delegate ReadOnlySpan<TTrigger> Ask(TState state);

    public override (bool Fired, Int128 Next) TryFire(Int128 state, Int128 trigger)
    {
        var fired = _tryFire(Value<TState>(state), Value<TTrigger>(trigger), out var next);
        return (fired, Number(next));
    }

    public override IReadOnlyList<Int128> Permitted(Int128 state)
    {
        var permitted = new List<Int128>();
        foreach (var trigger in _permitted(Value<TState>(state)))
            permitted.Add(Number(trigger));
        return permitted;
    }

    public override bool IsTerminal(Int128 state) => _isTerminal(Value<TState>(state));

    public override string ToMermaid() => _toMermaid();

    private static T Value<T>(Int128 number)
        where T : struct, Enum =>
        (T)(number > long.MaxValue ? Enum.ToObject(typeof(T), (ulong)number) : Enum.ToObject(typeof(T), (long)number));

    private static Int128 Number<T>(T value)
        where T : struct, Enum =>
        Int128.Parse(value.ToString("D"), System.Globalization.CultureInfo.InvariantCulture);
}
