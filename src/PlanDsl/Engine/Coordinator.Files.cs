namespace PlanDsl;

/// <content>Files that the run keeps beside its journal.</content>
internal abstract partial class Coordinator
{
    private RunFolder? _folder;

    /// <summary>Where they are; <see langword="null"/> where none are kept.</summary>
    public RunFolder? Folder => _root._options?.Files is { } files ? Volatile.Read(ref _root._folder) ?? _root.OpenFolder(files) : null;

    // Of two threads that are the first to ask one makes it for both; it holds nothing before it is used.
    private RunFolder OpenFolder(RunFiles files)
    {
        var opened = new RunFolder(files, Identity.RunId);
        return Interlocked.CompareExchange(ref _folder, opened, null) ?? opened;
    }
}
