using System.Runtime.CompilerServices;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>Compares text with a file that stands beside the test, <c>Class.Method#Hint.g.verified.cs</c>. Where they
/// differ, the text is left as <c>.received.cs</c>; with <c>PLANDSL_ACCEPT=1</c> it becomes the verified file.</summary>
public static class Snapshot
{
    /// <summary>Asserts that <paramref name="text"/> is what the verified file says, line for line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hint">Tells apart several texts of one test, such as the hint name of a generated file; may be empty.</param>
    /// <param name="callerFile">The test's file; its name counts as the name of the class.</param>
    /// <param name="callerMember">The test.</param>
    public static void Verify(string text, string hint = "", [CallerFilePath] string callerFile = "", [CallerMemberName] string callerMember = "")
    {
        var files = SnapshotFiles.Beside(callerFile, callerMember, hint);
        var received = Normalize(text);
        var verified = File.Exists(files.Verified) ? Normalize(File.ReadAllText(files.Verified)) : null;
        if (received == verified)
        {
            File.Delete(files.Received);
            return;
        }

        if (SnapshotPolicy.Accepts)
        {
            File.WriteAllText(files.Verified, received);
            File.Delete(files.Received);
            return;
        }

        if (!SnapshotPolicy.IsContinuousIntegration)
            File.WriteAllText(files.Received, received);
        Assert.Fail(verified is null
            ? $"There is no {files.Verified} yet; set PLANDSL_ACCEPT=1 to accept this text:\n{received}"
            : $"{Path.GetFileName(files.Verified)} differs; set PLANDSL_ACCEPT=1 to accept.\n{TextDifference.Describe(verified, received)}");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
