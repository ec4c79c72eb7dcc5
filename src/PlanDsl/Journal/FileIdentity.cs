using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PlanDsl;

/// <summary>What tells a file from any other that may come to have its path, as long as somebody has it open.</summary>
/// <param name="Device">Where it is.</param>
/// <param name="Number">Its number there.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Number)
{
    private const int NoEntry = 2;
    private const int NoDirectory = 20;
    private const int Here = -100;
    private const uint NumberWanted = 0x100;

    /// <summary>That of no file.</summary>
    public static FileIdentity None { get; }

    /// <summary>That of the file to which a path leads, <see cref="None"/> for one that leads nowhere; <see langword="null"/> where the system does not say.</summary>
    public static FileIdentity? Of(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OfLinux(path)
                : OperatingSystem.IsMacOS() ? OfMac(path)
                : OperatingSystem.IsWindows() ? OfWindows(path)
                : null;
        }
        catch (Exception fault) when (fault is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library that is older than the call.
            return null;
        }
    }

    private static FileIdentity? OfLinux(string path) =>
        StatX(Here, path, flags: 0, NumberWanted, out var file) == 0 ? new(((ulong)file.DeviceMajor << 32) | file.DeviceMinor, file.Number) : OfFault();

    private static FileIdentity? OfMac(string path)
    {
        var result = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? StatOfIntel(path, out var file) : Stat(path, out file);
        return result == 0 ? new((uint)file.Device, file.Number) : OfFault();
    }

    private static FileIdentity? OfFault() => Marshal.GetLastPInvokeError() is NoEntry or NoDirectory ? None : null;

    private static FileIdentity? OfWindows(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return GetInformation(handle, out var file) ? new(file.Volume, ((ulong)file.NumberHigh << 32) | file.NumberLow) : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return None;
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int StatX(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out LinuxFile file);

    [DllImport("libc", EntryPoint = "stat", SetLastError = true)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out MacFile file);

    [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
    private static extern int StatOfIntel([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out MacFile file);

    [DllImport("kernel32", EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetInformation(SafeFileHandle file, out WindowsFile information);

    // The same on every processor.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxFile
    {
        [FieldOffset(32)]
        public ulong Number;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct MacFile
    {
        [FieldOffset(0)]
        public int Device;

        [FieldOffset(8)]
        public ulong Number;
    }

    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct WindowsFile
    {
        [FieldOffset(28)]
        public uint Volume;

        [FieldOffset(44)]
        public uint NumberHigh;

        [FieldOffset(48)]
        public uint NumberLow;
    }
}
