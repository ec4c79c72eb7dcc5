namespace PlanDsl.Tests;

/// <summary>A named pipe between a test and processes that it starts.</summary>
internal sealed class Fifo
{
    private Fifo(string path) => FilePath = path;

    public string FilePath { get; }

    public static async Task<Fifo> CreateAsync(TempDirectory directory, string name)
    {
        await CommandStart.Of("mkfifo", [directory[name]]).RunAsync();
        return new(directory[name]);
    }

    /// <summary>Ends with all that was written, when all who write have ended.</summary>
    public Task<string> ReadToEndAsync() => Task.Factory.StartNew(
        () => File.ReadAllText(FilePath), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Both ends, which opens at once, so that nobody who opens it has to wait for another.</summary>
    public FileStream Hold() => new(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
}
