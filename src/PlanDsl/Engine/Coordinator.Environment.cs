using System.Text.Json;

namespace PlanDsl;

/// <content>What the plans that a run runs are given by the environment. Of a run that is recorded that is what it was when the run was started.</content>
internal abstract partial class Coordinator
{
    private EnvironmentValues? _fromEnvironment;
    private JsonElement? _newFromEnvironment;

    /// <summary>What the run around all others has read of it; <see langword="null"/> where it is not recorded.</summary>
    public EnvironmentValues? FromEnvironment => _root._fromEnvironment;

    /// <summary>Whether the run around all others was left, and is gone on with.</summary>
    public bool IsGoneOnWith => _root._record is not null;

    /// <summary>Lets a run be as it is recorded that is gone on with and cannot go on here: nothing more happens in it, so that it can be gone on with when it can.
    /// While it is still being taken up, whoever resumes it is told.</summary>
    /// <param name="fault">What keeps it.</param>
    /// <returns>The same.</returns>
    public Exception Leave(Exception fault)
    {
        if (_root._isRestoring)
            return fault;
        _root.LeaveRecord(fault);
        _root.Panic(fault);
        return fault;
    }

    private void ReadEnvironment()
    {
        _fromEnvironment = EnvironmentValues.Read(_plan, _record?.FromEnvironment is { } recorded ? Revealed(recorded) : null);
        _newFromEnvironment = _fromEnvironment.IsNew ? Hidden(_fromEnvironment.ToJson()) : null;
    }
}
