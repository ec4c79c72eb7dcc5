using System.Text.RegularExpressions;

namespace PlanDsl.Benchmarks;

/// <summary>Whose a function is, by its library and its name: every one belongs to one group, so that the shares of groups add up to the whole. What a
/// function calls belongs to the group of what is called.</summary>
internal static partial class SymbolGroup
{
    private const string Runtime = "runtime";
    private const string Clock = "clock";

    private static readonly (string Group, Regex Types)[] OfBenchmarks =
    [
        ("bodies", BodyTypes()),
        ("generated", GeneratedTypes()),
        ("by hand", AnyType()),
    ];

    private static readonly (string Group, Regex Types)[] OfEngine =
    [
        ("coordinator", CoordinatorTypes()),
        ("events", EventTypes()),
        ("journal", JournalTypes()),
        ("engine", AnyType()),
    ];

    private static readonly (string Group, Regex Types)[] OfCompiler =
    [
        ("compiler, syntax", SyntaxTypes()),
        ("compiler, symbols", SymbolTypes()),
        ("compiler, binding", BindingTypes()),
        ("compiler, emitting", EmittingTypes()),
        ("compiler, other", AnyType()),
    ];

    private static readonly (string Group, Regex Types)[] OfFramework =
    [
        ("pool", PoolTypes()),
        ("locks", LockTypes()),
        (Clock, ClockTypes()),
        (Runtime, CastTypes()),
        ("tasks", TaskTypes()),
        ("framework", AnyType()),
    ];

    /// <summary>The group of a function.</summary>
    /// <param name="library">The file that it is in, as <c>perf</c> says it.</param>
    /// <param name="symbol">Its name; a method's begins with the assembly in brackets.</param>
    public static string Of(string library, string symbol)
    {
        var method = Method().Match(symbol);
        return method.Success ? OfMethod(method.Groups["assembly"].Value, method.Groups["type"].Value) : OfNative(library, symbol);
    }

    private static string OfMethod(string assembly, string type)
    {
        var groups = assembly switch
        {
            "PlanDsl.Benchmarks" => OfBenchmarks,
            "PlanDsl" or "PlanDsl.Sqlite" => OfEngine,
            "PlanDsl.Model" => [("model", AnyType())],
            "PlanDsl.Generators" or "PlanDsl.Compiler" => [("generators", AnyType())],
            _ when assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) => OfCompiler,
            "System.Reactive" or "System.Threading.Tasks.Dataflow" or "System.Threading.Tasks.Parallel" => [("library", AnyType())],
            _ when assembly.StartsWith("Polly", StringComparison.Ordinal) => [("library", AnyType())],
            _ => OfFramework,
        };
        return Array.Find(groups, group => group.Types.IsMatch(type)).Group;
    }

    private static string OfNative(string library, string symbol) => library switch
    {
        _ when ClockFunctions().IsMatch(symbol) => Clock,
        _ when library.StartsWith("[kernel", StringComparison.Ordinal) => "kernel",
        "libe_sqlite3.so" => "SQLite",
        "libclrjit.so" => "JIT",

        // Casts, write barriers, memory of threads, the collector, and what the C library does for them: clearing and copying memory.
        _ when library.StartsWith("[JIT]", StringComparison.Ordinal) || RuntimeLibraries().IsMatch(library) => Runtime,
        _ => "other",
    };

    [GeneratedRegex(@"\[(?<assembly>\w[\w.]*)\] (?<type>[\w.]+)[^:(]*::")]
    private static partial Regex Method();

    [GeneratedRegex("")]
    private static partial Regex AnyType();

    [GeneratedRegex(@"\.(Step|ManyMethods)$")]
    private static partial Regex BodyTypes();

    [GeneratedRegex("Plan$")]
    private static partial Regex GeneratedTypes();

    [GeneratedRegex(@"\.(Coordinator|Coordinated)")]
    private static partial Regex CoordinatorTypes();

    [GeneratedRegex(@"\.(\w*Event|Event\w*|Observer\w*|Subscri\w*|\w*Observation)$")]
    private static partial Regex EventTypes();

    [GeneratedRegex(@"Journal|BatchWriter|WrittenRun|Sqlite")]
    private static partial Regex JournalTypes();

    [GeneratedRegex(@"Syntax|Lexer|Parser|SlidingTextWindow|SourceText")]
    private static partial Regex SyntaxTypes();

    [GeneratedRegex(@"Symbol|Declaration|Merged|AttributeData|TypeWithAnnotations|NamespaceOrType")]
    private static partial Regex SymbolTypes();

    [GeneratedRegex(@"Binder|Bound|Conversion|OverloadResolution|LocalRewriter|Flow|NullableWalker|Lookup|MethodCompiler|Rewriter|Inferrer")]
    private static partial Regex BindingTypes();

    [GeneratedRegex(@"CodeGen|\.Emit|Microsoft\.Cci|MetadataWriter|Metadata")]
    private static partial Regex EmittingTypes();

    [GeneratedRegex(@"ThreadPool|WorkStealing|ConcurrentQueue|LowLevelLifoSemaphore|QueueUserWorkItem|WorkerTracking")]
    private static partial Regex PoolTypes();

    [GeneratedRegex(@"System\.Threading\.(Lock|Monitor|LowLevel|SpinWait|SpinLock|Interlocked|Volatile|SemaphoreSlim|ManualResetEventSlim)")]
    private static partial Regex LockTypes();

    [GeneratedRegex(@"Stopwatch|DateTime|TimeProvider|Timer|TickCount")]
    private static partial Regex ClockTypes();

    [GeneratedRegex(@"CastHelpers|\.Buffer$|SpanHelpers|\.GC$")]
    private static partial Regex CastTypes();

    [GeneratedRegex(@"Async|Task|Yield|ExecutionContext|Cancellation|Awaiter")]
    private static partial Regex TaskTypes();

    [GeneratedRegex(@"clock_gettime|GetTimestamp|GetSystemTime|LowResolutionTimestamp")]
    private static partial Regex ClockFunctions();

    [GeneratedRegex(@"^(libcoreclr|libSystem|ld-linux|libc|libstdc|libpthread|libm|libgcc)")]
    private static partial Regex RuntimeLibraries();
}
