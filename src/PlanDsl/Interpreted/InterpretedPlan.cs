using System.Text.Json;
using System.Text.Json.Nodes;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan file that is run without having been compiled: on the same engine, after the same rules have judged it. Immutable and
/// thread-safe; any number of its runs go on at once.</summary>
public sealed class InterpretedPlan
{
    private readonly PlanFileLibrary _library;
    private readonly LoadedFile _file;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly PlanCode _code;
    private bool _isReady;

    internal InterpretedPlan(LoadedFile file, PlanFileLibrary library)
    {
        _file = file;
        _library = library;
        _findings = new PlanFileCheck(library).Check(file, out var analysis);
        if (_findings.Any(static finding => finding.Severity is FindingSeverity.Error))
            throw new InvalidPlanException(analysis.Model.Id, Located(file, _findings));
        _code = new(analysis, library.Options, library);
        Definition = new(_code.Table, PlanFileCheck.PlansOf(Model).Any() ? PlanOf : null, secrets: null, program: null);
        _code.Table.Hands = (number, input) => SubPlanAt(number)?.With.Any(given => given.Name == input) is true;
        _code.Table.KindOf = KindOf;
    }

    /// <summary>The plan's id.</summary>
    public string Id => Model.Id;

    /// <summary>The plan as data.</summary>
    public PlanModel Model => _code.Model;

    /// <summary>What the plan is made of, for people and tools to look at.</summary>
    public PlanDefinition Definition { get; }

    /// <summary>What there is to say of the file, though it is sound: warnings and hints, in the order of the file.</summary>
    /// <remarks>Where they stand is found out when they are asked for, which is seldom.</remarks>
    public IReadOnlyList<PlanFileFinding> Findings => field ??= Located(_file, _findings);

    /// <summary>Loads a plan file. The files of plans that it runs are looked for beside it, by the names <c>&lt;plan_id&gt;.plan.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the plan works with; <see langword="null"/> for nothing but commands.</param>
    /// <exception cref="InvalidPlanException">The file is not sound; the exception carries every finding with its line and column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static InterpretedPlan Load(string path, InterpretedPlanOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return LoadText(PlanFileText.ReadText(path), path, options);
    }

    /// <summary>Reads a plan file from its text; otherwise as <see cref="Load(string, InterpretedPlanOptions?)"/>.</summary>
    /// <param name="text">What stands in the file: JSON, with comments and trailing commas.</param>
    /// <param name="fileName">The file's name, with or without its path, for messages; a plan without <c>plan_id</c> is named after it, and
    /// the plans that it runs are looked for in its directory.</param>
    /// <param name="options">What the plan works with; <see langword="null"/> for nothing but commands.</param>
    /// <exception cref="InvalidPlanException">The text is not sound; the exception carries every finding with its line and column.</exception>
    public static InterpretedPlan Parse(string text, string fileName, InterpretedPlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return LoadText(text, fileName, options);
    }

    /// <summary>Judges a plan file, and the files of the plans that it runs.</summary>
    /// <param name="path">The file.</param>
    /// <returns>All that there is to say: errors, warnings and hints, those of the file first, each file's in its order
    /// (<see cref="PlanFileFinding.File"/>).</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<PlanFileFinding> Validate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Validate(PlanFileText.ReadText(path), path);
    }

    /// <summary>Judges the text of a plan file; otherwise as <see cref="Validate(string)"/>.</summary>
    /// <param name="text">What stands in the file.</param>
    /// <param name="fileName">The file's name, with or without its path.</param>
    public static IReadOnlyList<PlanFileFinding> Validate(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        var library = new PlanFileLibrary(fileName, new());
        return [.. new PlanFileCheck(library).CheckAll(library.Add(text)).SelectMany(static judged => Located(judged.File, judged.Findings))];
    }

    /// <summary>Starts a run and returns at once. Failures of steps are told by its outcome, never thrown.</summary>
    /// <param name="inputs">The inputs, by name, which are the plan's variables too; <see langword="null"/> for none. A text given for an
    /// input of another type is read as JSON of that type. A plan that declares no inputs takes any.</param>
    /// <param name="options">How the run is to be made; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">An input is missing, of another type, or none that the plan declares.</exception>
    /// <exception cref="InvalidPlanException">A plan that a step runs is not sound, or a step asks for a handler or an agent and there is none.
    /// Nothing has been run.</exception>
    public InterpretedRun Start(JsonObject? inputs = null, PlanOptions? options = null, CancellationToken cancellationToken = default) =>
        StartKeeping(parts: null, inputs, options, cancellationToken);

    /// <summary>Goes on with a run that was left: by a process that died, or that let it go. What is recorded to have ended is not done again;
    /// what had started and not ended starts again, with the same <see cref="StepContext.IdempotencyKey"/>.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="options">How the run is to go on, with the <see cref="PlanOptions.Journal"/> in which it is recorded.</param>
    /// <param name="secrets">The inputs that are secret, which are not recorded; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run.</returns>
    /// <exception cref="RunNotFoundException">The journal has no such run.</exception>
    /// <exception cref="RunClaimedException">Somebody executes the run.</exception>
    /// <exception cref="RunCompletedException">The run has ended.</exception>
    /// <exception cref="PlanChangedException">The plan is not what it was.</exception>
    /// <exception cref="JournalException">The journal cannot be read or written.</exception>
    /// <exception cref="ArgumentException">There is no journal, the run is one of another plan, or a secret is missing.</exception>
    /// <exception cref="InvalidPlanException">As <see cref="Start"/>.</exception>
    public Task<InterpretedRun> ResumeAsync(string runId, PlanOptions options, JsonObject? secrets = null, CancellationToken cancellationToken = default) =>
        ResumeKeepingAsync(parts: null, runId, options, secrets, cancellationToken);

    /// <summary>Does a run again from a step on, as a run of its own: what the other had finished that comes neither with that step nor after it
    /// is taken over, results included, and the rest is done. What had failed, was cancelled or was undone is not finished.</summary>
    /// <remarks>The plan may have changed since, but for what is taken over. <see cref="RunCreatedEvent.ParentRun"/> names the other run, which stays as
    /// it is. Time is counted anew.</remarks>
    /// <param name="runId">The id of the other run, which must not be going on.</param>
    /// <param name="from">The id of the step.</param>
    /// <param name="options">How the run is to be made, with the <see cref="PlanOptions.Journal"/> in which the other is recorded.</param>
    /// <param name="secrets">The inputs that are secret, which are not recorded; <see langword="null"/> for none. Others are those of the other run.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run.</returns>
    /// <exception cref="RunNotFoundException">The journal has no such run.</exception>
    /// <exception cref="RunClaimedException">Somebody executes the run.</exception>
    /// <exception cref="PlanChangedException">What would be taken over is something else now, or returns something else.</exception>
    /// <exception cref="JournalException">The journal cannot be read or written.</exception>
    /// <exception cref="ArgumentException">There is no journal or no such step, the run is one of another plan, or a secret is missing.</exception>
    /// <exception cref="InvalidPlanException">As <see cref="Start"/>.</exception>
    public Task<InterpretedRun> RerunAsync(string runId, string from, PlanOptions options, JsonObject? secrets = null, CancellationToken cancellationToken = default) =>
        RerunKeepingAsync(parts: null, runId, from, options, secrets, cancellationToken);

    /// <summary>Finds the variables, <c>${NAME}</c>, that would stay as they are written in a run with these inputs, also in the plans that it runs.</summary>
    /// <param name="inputs">The inputs, by name, as <see cref="Start"/> takes them.</param>
    /// <returns>A warning for each (<c>PLAN0507</c>), those of this file first.</returns>
    /// <exception cref="ArgumentException">An input is missing, of another type, or none that the plan declares.</exception>
    public IReadOnlyList<PlanFileFinding> FindUnresolved(JsonObject? inputs = null) =>
        UnresolvedInFiles.Find(_file, Bind(inputs).Keys, _library);

    /// <summary>Runs the plan to its end.</summary>
    /// <param name="inputs">The inputs, by name, as <see cref="Start"/> takes them.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The results of the steps.</returns>
    /// <exception cref="PlanFailedException">The run failed. The exception carries the outcome of every step.</exception>
    /// <exception cref="PlanCanceledException">The run was cancelled. The exception carries the outcome of every step.</exception>
    /// <exception cref="ArgumentException">An input is missing, of another type, or none that the plan declares.</exception>
    /// <exception cref="InvalidPlanException">As <see cref="Start"/>.</exception>
    public Task<PlanResults> RunAsync(JsonObject? inputs = null, CancellationToken cancellationToken = default)
    {
        if (_library.Options.Files is not null)
            return Start(inputs, options: null, cancellationToken).GetResultsAsync();
        Require();
        var values = new RunValues(_code, Bind(inputs), TimeProvider.System);
        values.Secrets = RunSecrets.Of(_code, values.Inputs, options: null);
        return PlanEngine.RunAsync<InterpretedProgram, PlanResults>(new(values), values.Secrets, cancellationToken);
    }

    /// <summary>The events of a run that each subscription starts, and that disposing the subscription cancels.</summary>
    /// <param name="inputs">The inputs, by name, as <see cref="Start"/> takes them.</param>
    /// <returns>A cold observable: nothing runs before somebody subscribes.</returns>
    public IObservable<PlanEvent> Observe(JsonObject? inputs = null) =>
        PlanEngine.Observe((options, cancellationToken) => Start(inputs, options, cancellationToken));

    /// <summary>The inputs that another plan hands to this one.</summary>
    internal IReadOnlyDictionary<string, JsonElement> BindHanded(IReadOnlyDictionary<string, JsonElement> given, Coordinator outer) => InputBinder.Bind(Model, given, tellsValues: false, outer);

    private IReadOnlyDictionary<string, JsonElement> Bind(JsonObject? inputs) => Bind(ValuesOf(inputs));

    private IReadOnlyDictionary<string, JsonElement> Bind(IReadOnlyDictionary<string, JsonElement> given) => InputBinder.Bind(Model, given, tellsValues: true);

    /// <summary>Starts a run that keeps also what the parts of its steps leave.</summary>
    internal InterpretedRun StartKeeping(PartResults? parts, JsonObject? inputs, PlanOptions? options, CancellationToken cancellationToken)
    {
        Require();
        return Begin(new(_code, Bind(inputs), options?.TimeProvider ?? TimeProvider.System) { Parts = parts }, WithFiles(options), cancellationToken);
    }

    /// <summary>Goes on with a run and keeps also what the parts of its steps leave.</summary>
    internal async Task<InterpretedRun> ResumeKeepingAsync(PartResults? parts, string runId, PlanOptions options, JsonObject? secrets, CancellationToken cancellationToken)
    {
        Require();
        var resumption = await RunResumption.ClaimAsync(runId, _code.Table, WithFiles(options)!, cancellationToken).ConfigureAwait(false);
        return await resumption.GoOnAsync(Shape, WithFiles(options)!, resumed => Begin(
            new(_code, Bind(InputsOf(resumption.Record, ValuesOf(secrets))), resumed.TimeProvider) { Parts = parts }, resumed, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Does a run again from a step on, and keeps also what the parts of its steps leave.</summary>
    internal async Task<InterpretedRun> RerunKeepingAsync(PartResults? parts, string runId, string from, PlanOptions options, JsonObject? secrets, CancellationToken cancellationToken)
    {
        Require();
        var events = await RunResumption.ReadAsync(runId, Id, options, cancellationToken).ConfigureAwait(false);
        if (RunBranch.Missing(events) is not null)
            throw new JournalException($"The process that made run '{runId}' died before all was recorded that it begins with, and nothing was done in it. Resume it, or do a part of the run again of which it does one.");
        var record = RunRecord.Fold(events);
        var values = new RunValues(_code, Bind(InputsOf(record, ValuesOf(secrets))), options.TimeProvider) { Parts = parts };
        var begun = new RunBranch(events, _code.Table).BeginAt(from, new()
        {
            RunId = options.RunId ?? RunIds.Next(), Sequence = 1, Time = options.TimeProvider.GetUtcNow(),
            PlanId = Id, PlanHash = Shape.Hash, Shape = Shape.Text, Inputs = record.Created.Inputs, FromEnvironment = record.FromEnvironment, ParentRun = runId, Origin = options.Origin,
        });
        await RunResumption.RequireLeftAsync(events[^1], WithFiles(options)!, cancellationToken).ConfigureAwait(false);
        var resumption = await RunResumption.BranchAsync(begun, options.Journal!, cancellationToken).ConfigureAwait(false);
        return await resumption.GoOnAsync(Shape, WithFiles(options)!, rerun => Begin(values, rerun, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>What a run that is given these inputs, among others that are not secret, must not tell; <see langword="null"/> for nothing.</summary>
    /// <exception cref="ArgumentException">One is missing, or of another type.</exception>
    internal RunSecrets? SecretsOf(JsonObject? inputs) => RunSecrets.Of(_code, WithSecrets(ValuesOf(inputs)), options: null);

    /// <summary>The plan, and those that it runs, each once.</summary>
    /// <exception cref="InvalidPlanException">One of them is not sound, or asks for a handler or an agent and there is none.</exception>
    internal IReadOnlyCollection<InterpretedPlan> RequireAll()
    {
        var all = new HashSet<InterpretedPlan>(ReferenceEqualityComparer.Instance);
        Require(all);
        return all;
    }

    /// <summary>The names of the inputs that are secret.</summary>
    internal IReadOnlyList<string> SecretNames => _code.Secrets;

    /// <summary>The files that were read for it: its own, and those of the plans that it runs.</summary>
    internal IReadOnlyList<LoadedFile> Files => _library.Files;

    /// <summary>Starts a run as a step of another.</summary>
    internal InterpretedRun StartWithin(RunValues outer, IReadOnlyDictionary<string, JsonElement> inputs, PlanOptions options, CancellationToken cancellationToken) =>
        Begin(new(_code, inputs, options.TimeProvider) { Parts = outer.Parts }, options, cancellationToken);

    // Commands of a plan that is interpreted are told where to by the plan.
    private PlanOptions? WithFiles(PlanOptions? options) => _library.Options.Files is { } files ? new(options ?? new()) { Files = files } : options;

    private static InterpretedRun Begin(RunValues values, PlanOptions? options, CancellationToken cancellationToken)
    {
        values.Secrets = RunSecrets.Of(values.Code, values.Inputs, options);
        return new(PlanEngine.Start<InterpretedProgram, PlanResults>(new(values), values.Secrets, options, cancellationToken), values);
    }

    /// <summary>What the plan is, for runs that are resumed.</summary>
    internal PlanShape Shape => _code.Table.Shape ??= PlanShape.Of(new InterpretedProgram(new(_code, InputBinder.None, TimeProvider.System)));

    // All of them leave JSON: only this tells whose.
    private string? KindOf(int number) => At(number, static step => step.Body, static method => method.Body) switch
    {
        CommandBody => "command",
        CallBody => "call",
        AgentBody => "agent",
        _ => null,
    };

    private Dictionary<string, JsonElement> InputsOf(RunRecord record, IReadOnlyDictionary<string, JsonElement> secrets)
    {
        var inputs = WithSecrets(secrets);
        if (record.Created.Inputs is { ValueKind: JsonValueKind.Object } recorded)
        {
            foreach (var input in RunSecrets.Reveal(RunSecrets.Of(_code, inputs, options: null), recorded).EnumerateObject())
                inputs[input.Name] = input.Value;
        }

        return inputs;
    }

    // As they are in a run: of the type that is declared, or from the environment.
    private Dictionary<string, JsonElement> WithSecrets(IReadOnlyDictionary<string, JsonElement> given)
    {
        var inputs = new Dictionary<string, JsonElement>(given, StringComparer.Ordinal);
        foreach (var input in Model.Inputs.Where(static input => input.IsSecret))
            inputs[input.Name] = new InputValues(Id, input, tellsValues: true).Of(given.TryGetValue(input.Name, out var value) ? value : null);
        return inputs;
    }

    // As PlanDefinition numbers what steps do, what takes their place, and what undoes them.
    private PlanDefinition? PlanOf(int number)
    {
        var plan = SubPlanAt(number);
        return plan is null ? null : _library.Get(plan.Id).Definition;
    }

    private SubPlanModel? SubPlanAt(int number) => At(number, static step => step.SubPlan, static method => method.SubPlan);

    private T? At<T>(int number, Func<StepModel, T?> ofStep, Func<MethodModel, T?> ofMethod)
        where T : class
    {
        var (role, step) = Math.DivRem(number, Model.Steps.Count);
        if (role == 0)
            return ofStep(Model.Steps[step]);
        return (role == 1 ? Model.Steps[step].Fallback : Model.Steps[step].Compensate) is { } method ? ofMethod(method) : null;
    }

    private static InterpretedPlan LoadText(string text, string path, InterpretedPlanOptions? options)
    {
        var library = new PlanFileLibrary(path, options ?? new());
        return new(library.Add(text), library);
    }

    private static PlanFileFinding[] Located(LoadedFile file, IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => PlanFileFinding.Of(file.Path, file.File, finding))];

    private static IReadOnlyDictionary<string, JsonElement> ValuesOf(JsonObject? inputs)
    {
        if (inputs is not { Count: > 0 })
            return InputBinder.None;
        return inputs.ToDictionary(
            static input => input.Key,
            static input => input.Value is null ? JsonValues.Null : JsonValues.Write(input.Value, static (writer, value) => value.WriteTo(writer)),
            StringComparer.Ordinal);
    }

    /// <summary>Sees that all is there that the plan and those that it runs need: before anything runs, once.</summary>
    private void Require()
    {
        if (Volatile.Read(ref _isReady))
            return;
        Require(new(ReferenceEqualityComparer.Instance));
        Volatile.Write(ref _isReady, true);
    }

    private void Require(HashSet<InterpretedPlan> seen)
    {
        if (!seen.Add(this))
            return;
        var lacking = new BodyCheck(_library.Options).Check(Model).Select(finding => PlanFileFinding.Of(_file.Path, _file.File, finding)).ToArray();
        if (lacking.Length > 0)
            throw new InvalidPlanException(Id, lacking);
        foreach (var plan in PlanFileCheck.PlansOf(Model))
            _library.Get(plan).Require(seen);
    }
}
