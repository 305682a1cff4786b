using TousRisques.Domain.Words;

namespace TousRisques.Journal;

/// <summary>What to tell the person in front of the machine when a store fails: what is wrong, and what to do.</summary>
public static class JournalTroubleWords
{
    /// <summary>One or two sentences.</summary>
    public static string Say(JournalTrouble trouble, string place, Language language) => Words(trouble, place).In(language);

    private static Text Words(JournalTrouble trouble, string place) => trouble switch
    {
        JournalTrouble.DiskFull => Text.Of(
            $"Le disque est plein : {place} ne peut plus grandir. Libérez de la place ; ce qui a été confirmé est enregistré.",
            $"The disk is full: {place} cannot grow. Free some space; everything confirmed so far is kept."),
        JournalTrouble.ReadOnly => Text.Of(
            $"{place} est en lecture seule. Donnez le droit d'écrire dans ce dossier, ou choisissez-en un autre avec --data.",
            $"{place} is read-only. Allow writing in that folder, or choose another one with --data."),
        JournalTrouble.InUse => Text.Of(
            $"Un autre serveur utilise déjà {place}. Arrêtez-le d'abord, ou choisissez un autre dossier avec --data.",
            $"Another server is already using {place}. Stop it first, or choose another folder with --data."),
        JournalTrouble.Damaged => Text.Of(
            $"Le journal {place} est endommagé. Gardez-en une copie et lancez « verify » pour savoir quel événement est touché.",
            $"The journal {place} is damaged. Keep a copy and run \"verify\" to learn which event is affected."),
        JournalTrouble.NotAJournal => Text.Of(
            $"{place} n'est pas un journal de Tous Risques.",
            $"{place} is not a journal of Tous Risques."),
        JournalTrouble.Newer => Text.Of(
            $"{place} a été écrit par une version plus récente de Tous Risques. Mettez ce programme à jour.",
            $"{place} was written by a newer version of Tous Risques. Update this program."),
        JournalTrouble.CannotOpen => Text.Of(
            $"{place} ne peut pas être ouvert. Vérifiez que le dossier existe et qu'il vous est accessible.",
            $"{place} cannot be opened. Check that the folder exists and that you may use it."),
        JournalTrouble.Closed => Text.Of(
            $"Le journal {place} est fermé.",
            $"The journal {place} is closed."),
        _ => Text.Of(
            $"Le journal {place} n'a pas pu être lu ou écrit.",
            $"The journal {place} could not be read or written."),
    };
}
