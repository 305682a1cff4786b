using TousRisques.Browser.Tests;
using Xunit;

// One browser and one server at a time: what is shown here is what people see, not how much a small machine bears.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(BrowserOfTheRun))]
