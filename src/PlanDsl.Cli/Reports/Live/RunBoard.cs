using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>How a run stands, folded from its events.</summary>
internal sealed class RunBoard
{
    private readonly Dictionary<string, BoardRow> _rows = new(StringComparer.Ordinal);

    public RunBoard(PlanModel plan)
    {
        Title = plan.Caption?.Title ?? plan.Id;
        var rows = new List<BoardRow>();
        foreach (var node in PlanDrawing.Of(plan).Nodes)
        {
            var id = plan.Steps[node.Step].Id;
            rows.Add(Add(id, new(id, IsMember: false)));
            foreach (var member in node.Members)
                rows.Add(Add($"{id}/{plan.Steps[member].Id}", new(plan.Steps[member].Id, IsMember: true)));
        }

        Rows = rows;
    }

    /// <summary>How the plan is called.</summary>
    public string Title { get; }

    /// <summary>The steps and the members of groups, in declaration order.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    /// <summary>When the run started.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Whether it was asked to cancel.</summary>
    public bool IsCancelling { get; private set; }

    /// <summary>How many steps there are.</summary>
    public int Total => Rows.Count(static row => !row.IsMember);

    /// <summary>How many of them have ended.</summary>
    public int Ended => Rows.Count(static row => row is { IsMember: false, HasEnded: true });

    /// <summary>Takes in what has happened.</summary>
    public void Apply(PlanEvent happened)
    {
        StartedAt ??= happened.Time;
        if (happened is RunCancelRequestedEvent)
            IsCancelling = true;
        if (happened is not StepEvent step)
            return;
        if (_rows.TryGetValue(step.StepPath, out var row))
            Apply(row, step);
        else if (step.Parent is { } parent && _rows.TryGetValue(parent, out var whole) && StatusAfter(step) is not null)
            whole.Note = string.Create(CultureInfo.InvariantCulture, $"{++whole.PartsEnded} ended");
    }

    private static void Apply(BoardRow row, StepEvent happened)
    {
        row.Attempt = Math.Max(row.Attempt, happened.Attempt);
        switch (happened)
        {
            case StepStartedEvent:
                row.StartedAt ??= happened.Time;
                row.Status = StepStatus.Running;
                break;
            case StepWaitingEvent:
                row.StartedAt ??= happened.Time;
                row.Status = StepStatus.Waiting;
                break;
            case StepProgressEvent progress:
                row.Note = string.Create(CultureInfo.InvariantCulture, $"{progress.Fraction * 100:0} % {progress.Message}").TrimEnd();
                break;
            case StepRetryEvent retry:
                row.Note = retry.Error.Message;
                break;
            case StepFallbackEvent fallback:
                row.Note = fallback.Error.Message;
                break;
            case StepFailedEvent failed:
                row.Note = failed.Error.Message;
                break;
            case StepSucceededEvent succeeded:
                row.Note = succeeded.Fallback ? "by its fallback" : "";
                break;
            case StepSkippedEvent skipped:
                row.Note = SnakeCase.From(skipped.Cause.ToString());
                break;
            case CompensationStartedEvent:
                row.Note = "being undone";
                break;
            case CompensationSucceededEvent:
                row.Note = "undone";
                break;
            case CompensationFailedEvent kept:
                row.Note = $"could not be undone: {kept.Error.Message}";
                break;
        }

        if (StatusAfter(happened) is not { } status)
            return;
        row.Status = status;
        row.EndedAt = happened.Time;
    }

    private static StepStatus? StatusAfter(StepEvent happened) => happened switch
    {
        StepSucceededEvent { Partial: true } or StepFailedEvent { Partial: true } => StepStatus.Partial,
        StepSucceededEvent => StepStatus.Succeeded,
        StepFailedEvent => StepStatus.Failed,
        StepSkippedEvent => StepStatus.Skipped,
        StepCancelledEvent => StepStatus.Cancelled,
        _ => null,
    };

    private BoardRow Add(string path, BoardRow row)
    {
        _rows.TryAdd(path, row);
        return row;
    }
}
