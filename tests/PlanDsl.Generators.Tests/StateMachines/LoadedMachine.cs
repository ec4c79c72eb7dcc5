using System.Reflection;

namespace PlanDsl.Generators.Tests;

/// <summary>A generated machine, compiled and loaded; its enums' values as numbers.</summary>
internal abstract class LoadedMachine
{
    public static LoadedMachine Of(Assembly assembly, string name)
    {
        var type = assembly.GetType(name, throwOnError: true)!;
        var parameters = Method(type, "TryFire").GetParameters();
        var loaded = typeof(LoadedMachine<,>).MakeGenericType(parameters[0].ParameterType, parameters[1].ParameterType);
        return (LoadedMachine)Activator.CreateInstance(loaded, type)!;
    }

    /// <summary>Where the trigger leads; the state again and <see langword="false"/> where it is rejected.</summary>
    public abstract (bool Fired, Int128 Next) TryFire(Int128 state, Int128 trigger);

    public abstract IReadOnlyList<Int128> Permitted(Int128 state);

    public abstract bool IsTerminal(Int128 state);

    public abstract string ToMermaid();

    protected static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException($"{type} has no {name}.");
}
