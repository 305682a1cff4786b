using TousRisques.Web;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddWeb();
var app = builder.Build();
app.MapWeb();
await app.RunAsync();
