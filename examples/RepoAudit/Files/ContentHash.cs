using System.Buffers;
using System.Security.Cryptography;

namespace RepoAudit;

/// <summary>The SHA-256 of a file's content, read through one buffer.</summary>
internal static class ContentHash
{
    private const int BufferSize = 64 * 1024;

    public static string Of(string path, CancellationToken ct)
    {
        using var handle = File.OpenHandle(
            path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long offset = 0;
            for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
            {
                ct.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
