using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace PlanDsl.Cli.Tests;

public sealed class NativeSqliteTests
{
    [Fact]
    public void The_systems_sqlite_is_used_where_there_is_one()
    {
        NativeSqlite.Choose();
        NativeSqlite.Choose();

        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libsqlite3.so.0", out var system))
            return;
        var version = Marshal.PtrToStringUTF8(Marshal.GetDelegateForFunctionPointer<Version>(NativeLibrary.GetExport(system, "sqlite3_libversion"))());
        Assert.Equal(version, connection.ServerVersion);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint Version();
}
