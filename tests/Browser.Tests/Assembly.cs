using TousRisques.Browser.Tests;
using Xunit;
using Xunit.Sdk;

// One browser and one server at a time: what is shown here is what people see, not how much a small machine bears.
[assembly: Xunit.v3.Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(BrowserOfTheRun))]
