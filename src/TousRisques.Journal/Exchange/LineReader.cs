using System.Buffers;

namespace TousRisques.Journal.Exchange;

/// <summary>Cuts a stream into lines of bytes, each within a limit, so that no file can fill the memory.</summary>
internal sealed class LineReader(Stream from, int mostBytes) : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int start, end;
    private bool atEnd;

    /// <summary>The number of the line last given, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream.</summary>
    /// <exception cref="DamagedFileException">The line passes the limit.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancel)
    {
        for (var searched = start; ;)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0) return Take(searched + at - start, skip: 1);
            searched = end;
            if (end - start > mostBytes) throw new DamagedFileException(Line + 1, FileFlaw.LineTooLong);
            if (atEnd) return end > start ? Take(end - start, skip: 0) : default(ReadOnlyMemory<byte>?); // a bare null would be an empty line
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end, searched) = (0, end - start, searched - start);
            }
            if (end == buffer.Length) Grow();
            var read = await from.ReadAsync(buffer.AsMemory(end), cancel).ConfigureAwait(false);
            atEnd = read == 0;
            end += read;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private ReadOnlyMemory<byte> Take(int length, int skip)
    {
        var line = buffer.AsMemory(start, length);
        start += length + skip;
        Line++;
        // Files that went through Windows tools may have carriage returns; JSON does not mind them, but we look at raw text.
        return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
