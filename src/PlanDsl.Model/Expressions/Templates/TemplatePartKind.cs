namespace PlanDsl.Model;

/// <summary>What a part of a template is.</summary>
public enum TemplatePartKind
{
    /// <summary>Text that stands for itself.</summary>
    Text,

    /// <summary>A variable, <c>${NAME}</c>.</summary>
    Variable,

    /// <summary>An expression, <c>{{ orders.total }}</c>.</summary>
    Expression,
}
