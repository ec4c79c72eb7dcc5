using System.Collections.Immutable;

namespace PlanDsl;

/// <summary>Exceptions that mean something which their type does not say. Attempts that go on at the same time may add to it.</summary>
internal struct MarkedExceptions
{
    private ImmutableHashSet<Exception>? _marked;

    /// <summary>Marks an exception, and returns it.</summary>
    public TException Add<TException>(TException exception)
        where TException : Exception
    {
        ImmutableInterlocked.Update(ref _marked, static (marked, added) => (marked ?? ImmutableHashSet.Create<Exception>(ReferenceEqualityComparer.Instance)).Add(added), (Exception)exception);
        return exception;
    }

    public readonly bool Contains(Exception exception) => _marked?.Contains(exception) is true;
}
