using System.Text;

namespace RepoAudit;

/// <summary>The beginning of a file as text, for checks that need to understand it.</summary>
internal static class FileHead
{
    private const int Most = 256 * 1024;

    public static async Task<string> ReadAsync(Inventory inventory, SourceFile file, CancellationToken ct)
    {
        if (file.Bytes == 0)
            return "";

        try
        {
            await using var content = File.OpenRead(inventory.FullPath(file));
            var buffer = new byte[Math.Min(Most, file.Bytes)];
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (Exception e) when (UnreadablePath.IsCause(e))
        {
            // The scan lists it as unreadable.
            return "";
        }
    }
}
