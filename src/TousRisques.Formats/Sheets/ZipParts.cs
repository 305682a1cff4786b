using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TousRisques.Formats.Sheets;

/// <summary>Something in a file is larger or more intricate than readers put up with.</summary>
internal sealed class TooMuchException(SheetCode code) : Exception
{
    public SheetCode Code => code;
}

/// <summary>The parts of a zipped file, unzipped one after the other within one budget for all of them.</summary>
internal sealed class ZipParts : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long budget = SheetLimits.Unzipped;

    /// <exception cref="InvalidDataException">The directory of the file is broken.</exception>
    public ZipParts(Stream stream)
    {
        zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        foreach (var entry in zip.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>A part as text that comes; null when there is none.</summary>
    /// <exception cref="TooMuchException">The directory announces more than is left of the budget; or, while reading, more than that comes.</exception>
    public TextReader? Open(string name) => Stream(name) is { } stream ? new GuardedText(new StreamReader(stream, new UTF8Encoding(false))) : null;

    /// <summary>A part as bytes that come; null when there is none.</summary>
    public Stream? Stream(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) return null;
        if (entry.Length > budget) throw new TooMuchException(SheetCode.TooLargeUnzipped);
        return new BudgetedStream(entry.Open(), this);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>Counts what really comes out: directories can lie.</summary>
    private sealed class BudgetedStream(Stream inner, ZipParts parts) : Stream
    {
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            parts.budget -= read;
            return parts.budget >= 0 ? read : throw new TooMuchException(SheetCode.TooLargeUnzipped);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Refuses a tag, or a text between tags, that never ends: an XML reader would hold all of it.</summary>
    private sealed class GuardedText(TextReader inner) : TextReader
    {
        private int sinceTag;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = inner.Read(buffer, index, count);
            var last = buffer.AsSpan(index, read).LastIndexOf('<');
            sinceTag = last < 0 ? sinceTag + read : read - last;
            return sinceTag <= SheetLimits.Tag ? read : throw new TooMuchException(SheetCode.TooIntricate);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>XML of a part, read forward: no document types, no entities of its own, no deep nesting, few names.</summary>
internal static class PartXml
{
    /// <summary>Calls back on each node.</summary>
    /// <exception cref="XmlException">It is no sound XML, or declares a document type.</exception>
    /// <exception cref="TooMuchException">A limit is passed.</exception>
    public static void Walk(TextReader text, Action<XmlReader> node, CancellationToken cancellation)
    {
        using var reader = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SheetLimits.Unzipped,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = false,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new FewNames(),
        });
        for (var count = 0; reader.Read(); count++)
        {
            if (count % 4096 == 0) cancellation.ThrowIfCancellationRequested();
            if (reader.Depth > SheetLimits.Depth) throw new TooMuchException(SheetCode.TooIntricate);
            node(reader);
        }
    }

    /// <summary>Whether a reader stands on text to be taken.</summary>
    public static bool IsText(this XmlReader reader) =>
        reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private sealed class FewNames : NameTable
    {
        private int count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        private string Count(string name) => ++count <= SheetLimits.Names ? name : throw new TooMuchException(SheetCode.TooIntricate);
    }
}
