using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>A plan file that is run twice, compiled and interpreted, with what both runs are given.</summary>
internal sealed record FileRun(string Text)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name { get; init; } = "sample.plan.json";

    public JsonObject? Inputs { get; init; }

    /// <summary>The plan files beside it.</summary>
    public IReadOnlyList<(string Name, string Text)> Others { get; init; } = [];

    /// <summary>What its steps call; <see langword="null"/> where they call nothing.</summary>
    public CalledMethods? Methods { get; init; }

    /// <summary>Is told of each run once it has been started.</summary>
    public Action<PlanRun>? OnStarted { get; init; }

    /// <summary>Makes alike in how a run went what is another in each.</summary>
    public Func<string, string> Alike { get; init; } = static text => text;

    /// <summary>What neither run is to tell anybody.</summary>
    public string? Secret { get; init; }

    /// <summary>Asserts that a plan file that no class names goes the same way compiled and interpreted.</summary>
    /// <returns>How it went.</returns>
    public static Task<string> SameAsync(string text, JsonObject? inputs = null) => new FileRun(text) { Inputs = inputs }.SameAsync();

    /// <summary>Asserts that it goes the same way compiled and interpreted.</summary>
    /// <returns>How it went.</returns>
    public Task<string> SameAsync() => SameAsync(Compile([this]));

    /// <summary>Asserts the same of many, which are compiled together.</summary>
    public static async Task SameAsync(FileRun[] all)
    {
        var assembly = Compile(all);
        foreach (var one in all)
            await one.SameAsync(assembly).ConfigureAwait(false);
    }

    private async Task<string> SameAsync(Assembly assembly)
    {
        var interpreted = await InterpretedAsync().ConfigureAwait(false);
        var compiled = await CompiledAsync(assembly).ConfigureAwait(false);
        Assert.True(interpreted == compiled, $"{Name}\ninterpreted:\n{interpreted}\ncompiled:\n{compiled}");
        return compiled;
    }

    private static Assembly Compile(FileRun[] all)
    {
        var files = all.SelectMany(static one => one.Others.Append((one.Name, one.Text))).Distinct();
        return PlanFileRun.Of(
            [.. files.Select(static file => PlanFileRun.File(file.Item1, file.Item2))],
            [.. all.Select(static one => one.Methods?.Source).OfType<string>().Distinct()]).AssertCompiles().Load();
    }

    private async Task<string> InterpretedAsync()
    {
        var directory = Directory.CreateTempSubdirectory("plandsl-");
        try
        {
            foreach (var (name, text) in Others.Append((Name, Text)))
                await File.WriteAllTextAsync(Path.Combine(directory.FullName, name), text).ConfigureAwait(false);
            var plan = InterpretedPlan.Load(Path.Combine(directory.FullName, Name), new() { Agents = new EchoAgents(), Handlers = Methods?.Handlers ?? new() });
            var record = new RunRecord();
            var run = plan.Start(Inputs, record.Options());
            OnStarted?.Invoke(run);
            var outcome = await run.Completion.WaitAsync(Patience).ConfigureAwait(false);
            var results = outcome.Status is RunStatus.Succeeded ? Keys(plan.Model).Select(key => (key, outcome.Results!.TryGetValue(key, out var value) ? value : (JsonElement?)null)) : [];
            return await TellAsync(outcome, results, record).ConfigureAwait(false);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task<string> CompiledAsync(Assembly assembly)
    {
        var file = PlanFileReader.Read(Text, Name).Model;
        var type = assembly.GetType(Methods?.Class ?? "Shop." + Compiler.FilePlanNames.ClassOf(file.Id), throwOnError: true)!;
        var record = new RunRecord();
        var started = CompiledRun.Start(type, Inputs, record.Options(new EchoAgents()));
        OnStarted?.Invoke(started);
        var outcome = await started.Completion.WaitAsync(Patience).ConfigureAwait(false);
        var results = outcome.Status is RunStatus.Succeeded ? CompiledRun.ResultsOf(outcome, Keys(file)) : [];
        return await TellAsync(outcome, results, record).ConfigureAwait(false);
    }

    private async Task<string> TellAsync(PlanOutcome outcome, IEnumerable<(string Key, JsonElement? Value)> results, RunRecord record)
    {
        var text = Alike(OutcomeTexts.Of(outcome, results)) + await record.EventsAsync().WaitAsync(Patience).ConfigureAwait(false);
        if (Secret is not null)
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, record.Logged, StringComparison.Ordinal);
            Assert.All(OutcomeTexts.ExceptionsOf(outcome), exception => Assert.DoesNotContain(Secret, exception, StringComparison.Ordinal));
        }

        return text;
    }

    private static IEnumerable<string> Keys(PlanModel plan) => plan.Steps.Select(static step => step.ResultKey);
}
