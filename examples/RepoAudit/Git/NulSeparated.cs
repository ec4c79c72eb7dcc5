using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace RepoAudit;

/// <summary>Reads what <c>git -z</c> writes. File names may hold newlines, quotes, anything but NUL; bytes that are not
/// UTF-8 become U+FFFD.</summary>
public static class NulSeparated
{
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 32 * 1024, leaveOpen: true));
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)0) is { } end)
            {
                yield return Encoding.UTF8.GetString(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                    yield return Encoding.UTF8.GetString(rest);

                yield break;
            }
        }
    }
}
