using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TousRisques.Web.Hosting;

/// <summary>Draws Razor components to HTML: whole pages as results, parts as strings.</summary>
public static class Draw
{
    /// <summary>A page as an answer. Its component draws the whole document, from the doctype on; a layout is a component that it wraps itself in.</summary>
    /// <param name="parameters">Its parameters by name.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Page<T>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new PageResult(typeof(T), parameters, status);

    /// <summary>A page with one parameter.</summary>
    public static IResult Page<T>(string name, object? value, int status = StatusCodes.Status200OK) where T : IComponent =>
        Page<T>(new Dictionary<string, object?>(1) { [name] = value }, status);

    /// <summary>A component's HTML.</summary>
    public static Task<string> PartAsync(HtmlRenderer renderer, Type component, IReadOnlyDictionary<string, object?> parameters) =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary((IDictionary<string, object?>)parameters));
            return root.ToHtmlString();
        });

    private sealed class PageResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var html = await PartAsync(httpContext.RequestServices.GetRequiredService<HtmlRenderer>(), component, parameters);
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store"; // what a page shows depends on who asks, and a shared phone must not keep it
            await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
