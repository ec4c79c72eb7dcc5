namespace PlanDsl;

/// <summary>Where a run keeps what a step returns until others may read it.</summary>
internal enum ResultStorage
{
    /// <summary>Where others read it.</summary>
    Result,

    /// <summary>Apart, until the loop has succeeded; for ever where no success of the step is accepted.</summary>
    Loop,

    /// <summary>Apart, until the group around the step has succeeded.</summary>
    Member,

    /// <summary>With the elements that it was returned for.</summary>
    Elements,
}
