using TousRisques.Domain.Expeditions;

namespace TousRisques.Web.Notebooks;

/// <summary>Where the files of figures lie: beside the journal, not in it, so that one can be taken away for good (docs/adr/0021-figures.md).</summary>
public interface IFigures
{
    /// <summary>Keeps a file under its digest; one that is there already stays.</summary>
    Task KeepAsync(ExpeditionId expedition, string digest, ReadOnlyMemory<byte> file, CancellationToken cancel = default);

    /// <summary>Opens a file to read; null when it is not there. The caller closes it.</summary>
    Stream? Open(ExpeditionId expedition, string digest);

    /// <summary>Takes a file away; one that is not there is no trouble.</summary>
    void Remove(ExpeditionId expedition, string digest);
}
