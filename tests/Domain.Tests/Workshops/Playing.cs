using TousRisques.Domain.Workshops;
using TousRisques.Testing;

namespace TousRisques.Domain.Tests.Workshops;

/// <summary>What happened at one command of a random play.</summary>
public sealed record Turn(Workshop Before, Envelope Envelope, Decision Decision, Workshop After);

internal static class Playing
{
    /// <summary>Plays to the end and shows every turn, the model's included; gives the room as it ends.</summary>
    public static Room Run(Play play, Action<Turn> look)
    {
        var room = new Room();
        Take(new OpenWorkshop(Room.Code, play.Script, "", "", [.. Enumerable.Repeat("", play.Tables)], "ana", false), Room.Facilitator);
        var answers = Gens.Whim(play.Script, play.ModelSeed);
        foreach (var move in play.Moves)
        {
            room.Now += TimeSpan.FromSeconds(move.Seconds);
            var envelope = Take(move.Command, move.By);
            if (move.Again) Hand(envelope);
            for (var asked = 0; move.ModelAnswers && Workshop.Pending(room.State) is { } question; asked++)
            {
                if (asked > 200) throw new InvalidOperationException($"The model is asked for ever: {question}");
                Take(answers(question), Room.Model);
            }
        }
        return room;

        Envelope Take(WorkshopCommand command, Actor by) => Hand(new Envelope(room.NextId(), by, room.Now, command));

        Envelope Hand(Envelope envelope)
        {
            var before = room.State;
            var decision = room.Take(envelope);
            look(new Turn(before, envelope, decision, room.State));
            return envelope;
        }
    }
}
