namespace PlanDsl.Model;

/// <summary>The properties of an object, each a name and its value.</summary>
internal struct JsonProperties(JsonTree tree, int owner, bool hasProperties)
{
    private int _next = owner + 1;
    private int _name;

    public readonly (JsonNode Name, JsonNode Value) Current => (new(tree, _name), new(tree, _name + 1));

    public readonly JsonProperties GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!hasProperties || _next >= tree[owner].Next)
            return false;
        _name = _next;
        _next = tree[_name + 1].Next;
        return true;
    }
}
