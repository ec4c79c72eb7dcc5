namespace PlanDsl;

/// <summary>A lock that belongs to one thread until another wants it: as long as a run is a matter of the thread that has
/// started it, that thread enters and leaves by plain writes. The first other thread takes that away from it, which costs
/// microseconds, once; from then on all meet at an ordinary lock.</summary>
/// <remarks>The owner writes that it is inside and then reads whether it still owns the gate; who revokes writes first and reads
/// then. What keeps the owner's write from passing its read is a barrier that the one who revokes makes for all threads.</remarks>
internal struct BiasedGate()
{
    private readonly Lock _lock = new();
    private bool _isOwnerInside;
    private bool _isShared;

    /// <summary>Whether the gate has no owner any more.</summary>
    public bool IsShared => Volatile.Read(ref _isShared);

    /// <summary>Enters; whether as the owner, which is to be said on leaving.</summary>
    /// <param name="isOwner">Whether this thread is the one for which the gate was made.</param>
    public bool Enter(bool isOwner)
    {
        if (isOwner)
        {
            Volatile.Write(ref _isOwnerInside, true);
            if (!Volatile.Read(ref _isShared))
                return true;
            Volatile.Write(ref _isOwnerInside, false);
        }

        _lock.Enter();

        // Behind the lock, so that whoever comes next waits for the owner to leave as well.
        if (!IsShared)
            Revoke();
        return false;
    }

    /// <summary>Leaves.</summary>
    public void Leave(bool asOwner)
    {
        if (asOwner)
            Volatile.Write(ref _isOwnerInside, false);
        else
            _lock.Exit();
    }

    /// <summary>Gives the gate up. The owner's, which must not be inside.</summary>
    public void Share() => Volatile.Write(ref _isShared, true);

    private void Revoke()
    {
        Volatile.Write(ref _isShared, true);
        Interlocked.MemoryBarrierProcessWide();

        // It has entered before it could see that. It leaves soon: nothing inside waits for anything.
        var spin = new SpinWait();
        while (Volatile.Read(ref _isOwnerInside))
            spin.SpinOnce();
    }
}
