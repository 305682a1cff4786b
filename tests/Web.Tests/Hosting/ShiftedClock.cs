namespace TousRisques.Web.Tests.Hosting;

/// <summary>A clock that a test puts forward; it goes on by itself like any other, so that nothing waits for ever.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;

    /// <summary>Puts it to an instant.</summary>
    public void Put(DateTimeOffset now) => by = now - System.GetUtcNow();
}
