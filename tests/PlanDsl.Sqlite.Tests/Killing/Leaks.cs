namespace PlanDsl.Tests;

/// <summary>Places where a secret stands that is to stand nowhere.</summary>
internal static class Leaks
{
    /// <summary>Names a file that holds it, if there is any.</summary>
    /// <param name="directory">Where all of the files lie.</param>
    public static async Task<string?> FindInAsync(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(path).Contains(KilledPlans.SecretPart, StringComparison.Ordinal) || Holds(await File.ReadAllBytesAsync(path).ConfigureAwait(false)))
                return $"{Path.GetRelativePath(directory, path)} tells the secret";
        }

        return null;
    }

    private static bool Holds(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(System.Text.Encoding.UTF8.GetBytes(KilledPlans.SecretPart)) >= 0 || bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(KilledPlans.SecretPart)) >= 0;
}
