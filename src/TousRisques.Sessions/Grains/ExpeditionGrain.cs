using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TousRisques.Domain.Expeditions;
using TousRisques.Journal;
using TousRisques.Sessions.Aggregates;

namespace TousRisques.Sessions.Grains;

/// <summary>An expedition under way.</summary>
[Reentrant]
internal sealed class ExpeditionGrain(IJournal journal, ILogger<ExpeditionGrain> log)
    : StreamGrain<Expedition, ExpeditionEnvelope, ExpeditionFact>(ExpeditionAggregate.Instance, journal, log), IExpeditionGrain;
