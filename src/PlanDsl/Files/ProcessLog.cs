using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PlanDsl;

/// <summary>A file that says which processes of a run are running: a line before one is started, one when it is, and one when it has ended and its
/// output is read. Thread-safe.</summary>
/// <remarks>
/// <para>It is written before anything else is done with the process, and at once by the operating system, so it outlives the process that
/// writes it. Without it, what that had started could not be told from others. Where nothing runs any more at the end, it is taken away.</para>
/// <para>Lines are written under one lock with the place at which they stand, so that none is torn by another; the lines of one process come
/// from whoever runs it, one after the other.</para>
/// </remarks>
/// <param name="directory">The directory of the run, which is made with it.</param>
internal sealed class ProcessLog(string directory) : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "processes";

    private readonly Lock _gate = new();
    private SafeFileHandle? _file;
    private long _length;
    private int _running;
    private bool _isOver;

    /// <summary>A process is about to be started, which is known by its mark from then on.</summary>
    public void Announce(string mark) => Append($"? {mark}\n", change: 1);

    /// <summary>It was started.</summary>
    public void Enter(int processId, string mark) =>
        Append(string.Create(CultureInfo.InvariantCulture, $"+ {mark} {processId} {StartedProcess.StartOf(processId)}\n"), change: 0);

    /// <summary>It has ended, or could not be started.</summary>
    public void Leave(string mark) => Append($"- {mark}\n", change: -1);

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            _isOver = true;
            _file?.Dispose();
            if (_file is not null && _running == 0)
                Forget();
        }
    }

    private void Append(string line, int change)
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            _running += change;
            try
            {
                _file ??= Open();
                var bytes = Encoding.ASCII.GetBytes(line);
                RandomAccess.Write(_file, bytes, _length);
                _length += bytes.Length;
            }
            catch (Exception fault) when (FileFaults.IsOne(fault))
            {
                // Whoever goes on with the run ends what is known.
            }
        }
    }

    private void Forget()
    {
        try
        {
            File.Delete(Path.Combine(directory, FileName));
            Directory.Delete(directory);
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // Output lies there, which stays.
        }
    }

    private SafeFileHandle Open()
    {
        PrivateDirectory.Create(directory);
        var file = File.OpenHandle(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _length = RandomAccess.GetLength(file);
        return file;
    }
}
