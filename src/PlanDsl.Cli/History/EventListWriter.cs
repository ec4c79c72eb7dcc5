namespace PlanDsl.Cli;

/// <summary>Writes events one by one; disposing ends what has to be ended.</summary>
internal abstract class EventListWriter : IDisposable
{
    /// <summary>Writes one.</summary>
    public abstract void Write(PlanEvent happened);

    /// <summary>One for a format: <c>text</c>, <c>json</c> or <c>jsonl</c>.</summary>
    public static EventListWriter Of(string format, TextWriter output) => format switch
    {
        "json" => new ArrayWriter(output),
        "jsonl" => new LineWriter(output),
        _ => new LogWriter(output),
    };

    public abstract void Dispose();

    private sealed class LogWriter(TextWriter output) : EventListWriter
    {
        private readonly PlainLog _log = new() { TellsEnd = true };

        public override void Write(PlanEvent happened)
        {
            if (_log.LineOf(happened) is { } line)
                output.WriteLine(line);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class LineWriter(TextWriter output) : EventListWriter
    {
        public override void Write(PlanEvent happened) => JsonText.WriteLine(output, happened, PlanEventJson.Write);

        public override void Dispose()
        {
        }
    }

    private sealed class ArrayWriter(TextWriter output) : EventListWriter
    {
        private bool _hasAny;

        public override void Write(PlanEvent happened)
        {
            output.Write(_hasAny ? ", " : "[ ");
            JsonText.WriteLine(output, happened, PlanEventJson.Write);
            _hasAny = true;
        }

        public override void Dispose() => output.WriteLine(_hasAny ? "]" : "[]");
    }
}
