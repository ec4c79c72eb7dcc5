using System.Text.Json.Nodes;

namespace PlanDsl.Cli;

/// <summary>The plan of a recorded run, loaded anew with what the run was started with.</summary>
internal sealed class RecordedPlan
{
    private readonly string _runId;
    private readonly RunOrigin _origin;
    private readonly ResumeSettings _settings;
    private readonly string? _shape;
    private readonly string _path;

    /// <summary>Loads it.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="events">What is recorded of it.</param>
    /// <param name="settings">What was asked for.</param>
    /// <exception cref="UsageException">It is not known what the run was started with, or its file is not there.</exception>
    /// <exception cref="InvalidPlanException">The file is not sound any more.</exception>
    public RecordedPlan(string runId, IReadOnlyList<PlanEvent> events, ResumeSettings settings)
    {
        (_runId, _settings) = (runId, settings);
        _shape = RunRecord.Fold(events).Shape;
        _origin = RunOrigin.Of(events)
            ?? throw new UsageException($"Run '{runId}' was not started by this tool, so it is not known what it was started with; go on with it by the program that started it.");
        if (_origin.IsAgentCommandSecret && settings.AgentCommand is null)
            throw new UsageException($"The agent command of run '{runId}' holds a secret, so it is not recorded; give it again with --agent-command.");
        _path = settings.Plan is null ? _origin.Plan : Path.GetFullPath(settings.Plan);
        if (settings.Plan is null && !MayBeThere(_path))
            throw new UsageException($"The plan file of run '{runId}', '{_path}', is not there any more; put it back, or say where it is with --plan PLAN.json.");
        Plan = PlanLoader.Load(_path, new()
        {
            WorkingDirectory = _origin.Directory,
            Files = settings.Journal.Files,
            Timeout = _origin.Timeout,
            Agents = PlanLoader.AgentsOf(settings.AgentCommand ?? _origin.AgentCommand, _origin.Directory),
            SecretInputs = [.. _origin.Secrets.Union(settings.Secrets.Names, StringComparer.Ordinal)],
        });
    }

    // Where this user may not look, whoever reads it says so.
    private static bool MayBeThere(string path)
    {
        try
        {
            return FilePresence.HasFile(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The plan.</summary>
    public InterpretedPlan Plan { get; }

    /// <summary>What nobody is to be told; <see langword="null"/> for nothing.</summary>
    /// <exception cref="UsageException">One is missing, or of another type.</exception>
    public RunSecrets? Secrets
    {
        get
        {
            try
            {
                return Plan.SecretsOf(_settings.Secrets.AddTo([]));
            }
            catch (ArgumentException problem)
            {
                throw PlanLoader.Refused(problem);
            }
        }
    }

    /// <summary>How the run goes on.</summary>
    public PlanOptions OptionsWith(IObserver<PlanEvent> observer, IPlanJournal journal, TimeProvider time) => new()
    {
        MaxParallel = _origin.MaxParallel,
        Observer = observer,
        TimeProvider = time,
        Journal = journal,
        AllowChanged = _settings.AllowsChanged,
        Origin = Origin().ToJson(),
    };

    // What another run is to know of which this one is the beginning.
    private RunOrigin Origin() => (_origin with
    {
        Plan = _path,
        Files = PlanFiles.Of(Plan),
        Secrets = [.. _origin.Secrets.Union(Plan.SecretNames.Where(_settings.Secrets.Has), StringComparer.Ordinal)],
    }).With(_settings.AgentCommand ?? _origin.AgentCommand, Secrets);

    /// <summary>Sees that the secrets were given again that were given when the run was started.</summary>
    /// <exception cref="UsageException">One was not.</exception>
    public void RequireSecrets()
    {
        var missing = _origin.Secrets.Where(name => !_settings.Secrets.Has(name)).ToList();
        if (missing.Count > 0)
            throw new UsageException($"Run '{_runId}' was given {(missing.Count == 1 ? "the secret" : "the secrets")} {string.Join(", ", missing.Select(static name => $"'{name}'"))}, which {(missing.Count == 1 ? "is" : "are")} not recorded; give {(missing.Count == 1 ? "it" : "them")} again: {string.Join(' ', missing.Select(static name => $"--secret-env {name}"))}, or --secret NAME=VALUE.");
    }

    /// <summary>Sees that the files of the plan are what they were, unless they may have changed.</summary>
    /// <exception cref="UsageException">They are not.</exception>
    /// <remarks>Where the steps themselves have changed the engine says how, and better; this is for what it does not see, such as the arguments
    /// of a command.</remarks>
    public void RequireUnchanged()
    {
        if (_settings.AllowsChanged || PlanFiles.Changed(_origin.Files, _origin.Plan, PlanFiles.Of(Plan), _path) is not [var changed, ..] || _shape != Plan.Shape.Text)
            return;
        throw new UsageException($"Run '{_runId}' cannot be resumed, because '{changed}' has changed since: not in its steps, what they depend on or their options, but perhaps in what they do. Put it back as it was, or go on with it as it is with --allow-changed.");
    }
}
