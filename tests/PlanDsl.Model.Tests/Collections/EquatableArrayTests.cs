namespace PlanDsl.Model.Tests;

public class EquatableArrayTests
{
    [Fact]
    public void Arrays_are_compared_element_by_element()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = ["a", "b"];

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != ["b", "a"]);
        Assert.True(one != ["a"]);
    }

    [Fact]
    public void The_default_array_is_empty()
    {
        EquatableArray<string> none = default;

        Assert.True(none.IsEmpty);
        Assert.Empty(none);
        Assert.True(none == []);
        Assert.Equal(none.GetHashCode(), new EquatableArray<string>([]).GetHashCode());
    }
}
