using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TousRisques.Web.Tests.Mail;

/// <summary>Keeps all that is logged, at every level, with whole exceptions: in memory, and in a file when it has one.</summary>
internal sealed class LogBook(string? file = null) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Lock gate = new();

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public ILogger<T> For<T>() => new Pen<T>(this);

    public void Dispose() { }

    private void Write(string line)
    {
        lines.Enqueue(line);
        if (file is null) return;
        lock (gate) File.AppendAllText(file, line + "\n");
    }

    private class Pen(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Write($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }

    private sealed class Pen<T>(LogBook book) : Pen(book, typeof(T).Name), ILogger<T>;
}
