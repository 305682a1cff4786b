using TousRisques.Host.Commands;

return await CommandLine.Build().Parse(args).InvokeAsync();
