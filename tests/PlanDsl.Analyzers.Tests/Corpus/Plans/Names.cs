[Plan]
public partial class Plan
{
    [Step] int @class() => 1;
    [Step] int Twice(int @class) => @class * 2;
    [Step] int ΔValue([From("twice")] int x) => x;
    [Step] void HTTPServer2([From("δ_value")] int v) { }
}

[Plan]
public partial class PLAN
{
    [Step] int A() => 1;
}
