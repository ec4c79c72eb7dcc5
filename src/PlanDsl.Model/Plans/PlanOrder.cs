namespace PlanDsl.Model;

/// <summary>What the steps of a plan wait for.</summary>
public enum PlanOrder
{
    /// <summary>For what they depend on.</summary>
    Dag = 0,

    /// <summary>Each for the one before, in the order of the file or as its transitions say.</summary>
    Sequential = 1,
}
