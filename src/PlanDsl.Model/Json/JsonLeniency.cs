namespace PlanDsl.Model;

/// <summary>What a plan file may have beside JSON, and no strict reader takes.</summary>
internal enum JsonLeniency
{
    /// <summary>Nothing: the text is JSON to the letter.</summary>
    None,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A comma behind the last element or property.</summary>
    TrailingComma,

    /// <summary>A byte order mark before the value.</summary>
    ByteOrderMark,
}
