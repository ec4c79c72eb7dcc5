using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>The elements of a list that is the value of a path. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Nobody compares what is taken apart at once.")]
public readonly struct PlanElements<T>
{
    private readonly IReadOnlyList<T> _list;
    private readonly string _path;
    private readonly string _before;
    private readonly string _behind;
    private readonly bool _isBinding;

    internal PlanElements(IReadOnlyList<T> list, string path, string before, string behind, bool isBinding)
    {
        _list = list;
        _path = path;
        _before = before;
        _behind = behind;
        _isBinding = isBinding;
    }

    /// <summary>An element.</summary>
    /// <param name="index">Its place, counted from 0.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T this[int index] => index < _list.Count ? _list[index] : throw PlanElements.Missing(_path, index, _list.Count, _before, _behind, _isBinding);
}
