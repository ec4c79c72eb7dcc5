namespace PlanDsl.Model;

/// <summary>The elements of an array.</summary>
internal struct JsonItems(JsonTree tree, int array, bool hasItems)
{
    private int _next = array + 1;
    private int _current;

    public readonly JsonNode Current => new(tree, _current);

    public readonly JsonItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!hasItems || _next >= tree[array].Next)
            return false;
        _current = _next;
        _next = tree[_current].Next;
        return true;
    }
}
