namespace TousRisques.Web.Stress;

/// <summary>Long computations on threads of their own, below everything else where the system knows priorities, so that pages stay quick meanwhile.</summary>
internal static class Quietly
{
    /// <summary>Runs something.</summary>
    public static Task<T> RunAsync<T>(Func<T> compute) => Task.Factory.StartNew(() =>
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        return compute();
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
