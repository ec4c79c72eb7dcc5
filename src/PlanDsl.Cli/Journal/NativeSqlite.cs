using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace PlanDsl.Cli;

/// <summary>Which native SQLite the tool uses: the system's where there is one that is new enough, since the system mends it; else the one
/// that comes with the tool.</summary>
internal static class NativeSqlite
{
    // For upserts (3.24); what the journal writes asks for no more.
    private const int OldestVersion = 3_024_000;

    private static readonly Lock Gate = new();
    private static bool _isChosen;

    /// <summary>Chooses, once, before the first database is opened.</summary>
    public static void Choose()
    {
        lock (Gate)
        {
            if (_isChosen)
                return;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            Batteries_V2.Init();
            _isChosen = true;
        }
    }

    /// <summary>The system's SQLite; nothing to have the one found that comes with the tool.</summary>
    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? search)
    {
        if (library is not "e_sqlite3")
            return 0;
        foreach (var name in NamesOf())
        {
            if (!NativeLibrary.TryLoad(name, out var handle))
                continue;
            if (IsNewEnough(handle))
                return handle;
            NativeLibrary.Free(handle);
        }

        return 0;
    }

    private static string[] NamesOf() =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0"];

    private static bool IsNewEnough(nint handle) =>
        NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var address)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(address)() >= OldestVersion;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
