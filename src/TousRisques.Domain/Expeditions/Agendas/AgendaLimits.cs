namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>How large the agenda may grow.</summary>
public static class AgendaLimits
{
    /// <summary>Workshops of an expedition, past ones too.</summary>
    public const int Workshops = 500;
    /// <summary>Places of a workshop.</summary>
    public const int Places = 500;
    /// <summary>People who wait for a place.</summary>
    public const int Waiting = 300;
    /// <summary>Sign-ups of a workshop, cancelled ones too.</summary>
    public const int SignUps = 3_000;
    /// <summary>Circulars of a workshop.</summary>
    public const int Circulars = 50;
    /// <summary>Shortest workshop, in minutes.</summary>
    public const int ShortestMinutes = 15;
    /// <summary>Longest workshop, in minutes: two weeks.</summary>
    public const int LongestMinutes = 14 * 24 * 60;
    /// <summary>First year of a workshop.</summary>
    public const int FirstYear = 2000;
    /// <summary>Last year of a workshop.</summary>
    public const int LastYear = 2100;
    /// <summary>Length of a time zone's name.</summary>
    public const int Zone = 64;
}
