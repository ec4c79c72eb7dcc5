namespace PlanDsl.Model;

/// <summary>What the authors of plans call things: in C# otherwise than in a plan file. Rules put their findings into the words
/// of the front end that asks for them, so that a message names what its reader has written. Immutable.</summary>
public sealed class Wording
{
    private readonly bool _isCSharp;
    private readonly bool _isFile;

    private Wording(bool isCSharp, bool isFile) => (_isCSharp, _isFile) = (isCSharp, isFile);

    /// <summary>The words of plans that are classes: <c>MaxIterations</c>.</summary>
    public static Wording CSharp { get; } = new(isCSharp: true, isFile: false);

    /// <summary>The words of plans that are files: <c>max_iterations</c>.</summary>
    public static Wording PlanFile { get; } = new(isCSharp: false, isFile: true);

    /// <summary>The words of plans that are made at run time: those of plan files, except that lengths of time have units.</summary>
    public static Wording PlanModel { get; } = new(isCSharp: false, isFile: false);

    /// <summary>What a property is called.</summary>
    /// <param name="property">The property, one of <see cref="PropertyNames"/>.</param>
    public string this[string property] =>
        Irregular.TryGetValue(property, out var names) ? _isCSharp ? names.CSharp : names.PlanFile
        : _isCSharp ? PascalCase.From(property)
        : property;

    /// <summary>What a length of time is called, which plan files write as a number of one unit or of another.</summary>
    internal string Of(string property, Duration length) =>
        _isFile && property == PropertyNames.Timeout && length.IsInMilliseconds ? "timeout_ms" : this[property];

    /// <summary>A length of time as its author wrote it.</summary>
    internal string Of(Duration length) =>
        !_isFile ? length.Text : length.Text.Substring(0, Math.Max(0, length.Text.Length - (length.IsInMilliseconds ? 2 : 1)));

    /// <summary>A length of time that its author may write instead: with its unit, or as a number.</summary>
    internal string LengthOf(string text, string number) => _isFile ? number : text;

    /// <summary>How lengths of time are written.</summary>
    internal string AnyLength => !_isFile ? "it like 500ms, 10s, 2m, 1h, 2d or 00:01:30" : "a number that is not negative, such as 10 or 0.5";

    /// <summary>Whether references are paths, some of which begin with words that mean no result.</summary>
    internal bool HasReservedRoots => _isFile;

    /// <summary>What to do with a result that nobody asks for.</summary>
    internal string LeaveOutResult => !_isFile ? "bind it where it is needed, or let the step return nothing" : "read it where it is needed, or remove the result_key";

    /// <summary>What gives a plan its first step.</summary>
    internal string DeclareStep => _isCSharp ? "mark at least one method with [Step]" : "write at least one into steps";

    /// <summary>What gives a group its first member.</summary>
    internal string DeclareMember => _isCSharp ? "name it in the Group of at least one step" : "write at least one step into it";

    /// <summary>What makes a group.</summary>
    internal string DeclareGroup => _isCSharp ? "declare it on the plan with [ParallelGroup]" : "declare it";

    /// <summary>What makes a parameter an input.</summary>
    internal string DeclareInput => _isCSharp ? "mark it [Input]" : "declare it in inputs";

    /// <summary>What makes a parameter an input, or asks a container for it.</summary>
    internal string DeclareInputOrService => _isCSharp ? "mark it [Input] or [FromServices]" : DeclareInput;

    /// <summary>What declares the input that a fan-out goes through.</summary>
    internal string DeclareSource(ParameterModel element) => _isCSharp
        ? $"an input is declared by a parameter of any step, such as '[Input] {element.Type.Display}[] {CamelCase(element.Key)}'"
        : "an input is declared in inputs";

    // Where the two are not one name in two spellings.
    private static Dictionary<string, (string CSharp, string PlanFile)> Irregular { get; } =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            [PropertyNames.Condition] = ("When", "condition"),
            [PropertyNames.Each] = ("[Each]", "for_each"),
            [PropertyNames.Previous] = ("[Previous]", "previous"),
            [PropertyNames.Timeout] = ("Timeout", "timeout_sec"),
            [PropertyNames.TotalTimeout] = ("TotalTimeout", "total_timeout_sec"),
            [PropertyNames.DefaultTimeout] = ("DefaultTimeout", "default_timeout_sec"),
            [PropertyNames.RetryDelay] = ("RetryDelay", "retry_delay_sec"),
            [PropertyNames.RetryMaxDelay] = ("RetryMaxDelay", "retry_max_delay_sec"),
        };

    /// <summary>A value of an option: <c>RetryBackoff.Exponential</c> or <c>exponential</c>.</summary>
    internal string Value<T>(T value)
        where T : struct, Enum => _isCSharp ? $"{typeof(T).Name}.{value}" : SnakeCase.From(value.ToString());

    /// <summary>The same without the name of its type.</summary>
    internal string ValueAlone<T>(T value)
        where T : struct, Enum => _isCSharp ? value.ToString() : SnakeCase.From(value.ToString());

    /// <summary>An option with its value, as its author would write it.</summary>
    internal string Set<T>(string property, T value)
        where T : struct, Enum => _isCSharp ? $"{this[property]} = {Value(value)}" : $"\"{this[property]}\": \"{Value(value)}\"";

    private static string CamelCase(string key) =>
        PascalCase.From(key) is { Length: > 0 } name ? char.ToLowerInvariant(name[0]) + name.Substring(1) : "items";
}
