namespace PlanDsl.Tests;

public sealed class BiasedGateTests
{
    private BiasedGate _gate = new();
    private bool _isOwnerInside;

    [Fact]
    public async Task Whoever_comes_while_another_is_taking_it_from_its_owner_waits_as_well()
    {
        for (var round = 0; round < 100; round++)
        {
            _gate = new();
            var coming = 0;
            Assert.True(_gate.Enter(isOwner: true));
            Volatile.Write(ref _isOwnerInside, true);
            var others = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                Interlocked.Increment(ref coming);
                _gate.Enter(isOwner: false);
                var meetsOwner = Volatile.Read(ref _isOwnerInside);
                _gate.Leave(asOwner: false);
                return meetsOwner;
            })).ToArray();

            // They are at it now, or about to be; nothing hangs on how far they come.
            SpinWait.SpinUntil(() => Volatile.Read(ref coming) == 2 && _gate.IsShared);
            Thread.SpinWait(1_000);
            Volatile.Write(ref _isOwnerInside, false);
            _gate.Leave(asOwner: true);

            var meetings = await Task.WhenAll(others).Soon();
            Assert.DoesNotContain(true, meetings);
        }
    }
}
