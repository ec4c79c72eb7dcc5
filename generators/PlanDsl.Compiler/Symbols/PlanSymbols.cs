using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The types that reading a plan has to recognise, looked up once per compilation, however many plans it has. Safe for
/// several threads.</summary>
public sealed class PlanSymbols
{
    // What belongs to a compilation goes with it.
    private static readonly ConditionalWeakTable<Compilation, PlanSymbols> Known = new();

    private readonly ConcurrentDictionary<ITypeSymbol, TypeRef> _refs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<ITypeSymbol, string> _crefs = new(SymbolEqualityComparer.IncludeNullability);

    private PlanSymbols(Compilation compilation, INamedTypeSymbol plan, INamedTypeSymbol step)
    {
        Compilation = compilation;
        Plan = plan;
        Step = step;
        Input = compilation.GetTypeByMetadataName(PlanTypeNames.InputAttribute);
        From = compilation.GetTypeByMetadataName(PlanTypeNames.FromAttribute);
        Each = compilation.GetTypeByMetadataName(PlanTypeNames.EachAttribute);
        Previous = compilation.GetTypeByMetadataName(PlanTypeNames.PreviousAttribute);
        ParallelGroup = compilation.GetTypeByMetadataName(PlanTypeNames.ParallelGroupAttribute);
        Signal = compilation.GetTypeByMetadataName(PlanTypeNames.SignalAttribute);
        FromServices = compilation.GetTypeByMetadataName(PlanTypeNames.FromServicesAttribute);
        StepOutcomeOfT = compilation.GetTypeByMetadataName(PlanTypeNames.StepOutcomeOfT);
        PlanOptions = compilation.GetTypeByMetadataName(PlanTypeNames.PlanOptions);
        StepContext = compilation.GetTypeByMetadataName(PlanTypeNames.StepContext);
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        Observable = compilation.GetTypeByMetadataName("System.IObservable`1");
        Exception = compilation.GetTypeByMetadataName("System.Exception");
        GeneratedCode = compilation.GetTypeByMetadataName("System.CodeDom.Compiler.GeneratedCodeAttribute");
    }

    /// <summary>The compilation that the types were looked up in.</summary>
    public Compilation Compilation { get; }

    /// <summary><c>[Plan]</c>.</summary>
    public INamedTypeSymbol Plan { get; }

    /// <summary><c>[Step]</c>.</summary>
    public INamedTypeSymbol Step { get; }

    /// <summary><c>[Input]</c>.</summary>
    public INamedTypeSymbol? Input { get; }

    /// <summary><c>[From]</c>.</summary>
    public INamedTypeSymbol? From { get; }

    /// <summary><c>[Each]</c>.</summary>
    public INamedTypeSymbol? Each { get; }

    /// <summary><c>[Previous]</c>.</summary>
    public INamedTypeSymbol? Previous { get; }

    /// <summary><c>[ParallelGroup]</c>.</summary>
    public INamedTypeSymbol? ParallelGroup { get; }

    /// <summary><c>[Signal]</c>.</summary>
    public INamedTypeSymbol? Signal { get; }

    internal INamedTypeSymbol? FromServices { get; }

    internal INamedTypeSymbol? StepOutcomeOfT { get; }

    internal INamedTypeSymbol? PlanOptions { get; }

    internal INamedTypeSymbol? StepContext { get; }

    internal INamedTypeSymbol? CancellationToken { get; }

    internal INamedTypeSymbol? Task { get; }

    internal INamedTypeSymbol? TaskOfT { get; }

    internal INamedTypeSymbol? ValueTask { get; }

    internal INamedTypeSymbol? ValueTaskOfT { get; }

    internal INamedTypeSymbol? AsyncEnumerable { get; }

    internal INamedTypeSymbol? Observable { get; }

    internal INamedTypeSymbol? Exception { get; }

    internal INamedTypeSymbol? GeneratedCode { get; }

    /// <summary>The types as <paramref name="compilation"/> knows them; <see langword="null"/> where it does not refer to the runtime.</summary>
    public static PlanSymbols? TryCreate(Compilation compilation)
    {
        if (Known.TryGetValue(compilation, out var known))
            return known;
        return compilation.GetTypeByMetadataName(PlanTypeNames.PlanAttribute) is { } plan
            && compilation.GetTypeByMetadataName(PlanTypeNames.StepAttribute) is { } step
                ? Known.GetValue(compilation, _ => new(compilation, plan, step))
                : null;
    }

    /// <summary><see cref="TypeNames.Ref"/>, spelled once for each type: most parameters of a project are of a few.</summary>
    internal TypeRef Ref(ITypeSymbol type) => _refs.GetOrAdd(type, static type => TypeNames.Ref(type));

    /// <summary><see cref="TypeNames.Cref"/>, likewise.</summary>
    internal string Cref(ITypeSymbol type) => _crefs.GetOrAdd(type, static type => TypeNames.Cref(type));
}
