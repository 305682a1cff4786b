using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis;

/// <summary>Answers what workshops want to know from the model of their pack. Pure: the same question on the same pack has the same answer.</summary>
public interface IModel
{
    /// <summary>The command that records the answer: <see cref="RecordSituation"/> or <see cref="RecordConsequences"/>.</summary>
    WorkshopCommand Answer(Pack pack, ModelQuestion question);
}
