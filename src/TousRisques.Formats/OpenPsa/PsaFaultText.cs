using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Puts faults of files and of their XML into words, without a full stop.</summary>
internal static class PsaFaultText
{
    public static string French(PsaFinding f)
    {
        var v = f.Value is null ? null : FindingText.Quoted(f.Value, french: true);
        var x = f.Expected is null ? null : FindingText.Clean(f.Expected, 100);
        return f.Fault switch
        {
            PsaFault.NotFound => "ce fichier n’existe pas",
            PsaFault.NoAccess => "ce fichier ne peut pas être lu : le système en refuse l’accès",
            PsaFault.Mismatch => $"cette balise de fin ne ferme pas {v}, ouvert à la ligne {x}",
            PsaFault.LoneEnd => "cette balise de fin ne ferme rien",
            PsaFault.CutShort => v is null ? "le fichier s’arrête au milieu d’une balise ou d’un texte" : $"le fichier s’arrête avant la fermeture de {v}",
            PsaFault.NoRoot => "il n’y a aucun élément",
            PsaFault.BesideRoot => "il y a quelque chose hors de l’élément racine",
            PsaFault.Character => $"le caractère {v} n’a pas le droit d’être ici",
            PsaFault.Encoding => "des octets ne forment aucun caractère dans le codage du fichier (enregistrez-le en UTF-8)",
            PsaFault.UnknownEncoding => v is null ? "le fichier n’est pas dans le codage qu’il annonce" : $"le codage {v} n’est pas connu (enregistrez le fichier en UTF-8)",
            PsaFault.Declaration => "la déclaration XML est mal écrite ou n’est pas au tout début",
            PsaFault.Attribute => $"l’attribut {v} est écrit deux fois",
            PsaFault.Prefix => v is null ? "cette déclaration d’espace de noms n’est pas possible" : $"le préfixe {v} n’est pas déclaré, ou est réservé",
            PsaFault.Entity => v is null ? "ce « & » ne commence aucune entité (écrivez &amp;)" : $"l’entité {v} n’existe pas",
            PsaFault.CharacterReference => "ce numéro ne désigne aucun caractère",
            PsaFault.Token => x is null ? $"{v} est écrit là où il faut une espace" : $"{v} est écrit là où il faut {FindingText.Quoted(x, french: true)}",
            PsaFault.Signs => $"{v} n’a pas le droit d’être ici",
            _ => f.Code == PsaFindingCode.NotXml ? "l’écriture n’est pas celle de XML à cet endroit" : "ce fichier ne peut pas être lu",
        };
    }

    public static string English(PsaFinding f)
    {
        var v = f.Value is null ? null : FindingText.Quoted(f.Value, french: false);
        var x = f.Expected is null ? null : FindingText.Clean(f.Expected, 100);
        return f.Fault switch
        {
            PsaFault.NotFound => "this file does not exist",
            PsaFault.NoAccess => "this file cannot be read: the system does not allow it",
            PsaFault.Mismatch => $"this end tag does not close {v}, opened on line {x}",
            PsaFault.LoneEnd => "this end tag closes nothing",
            PsaFault.CutShort => v is null ? "the file ends in the middle of a tag or a text" : $"the file ends before {v} is closed",
            PsaFault.NoRoot => "there is no element at all",
            PsaFault.BesideRoot => "there is something outside the root element",
            PsaFault.Character => $"the character {v} is not allowed here",
            PsaFault.Encoding => "there are bytes that are no character in the file's encoding (save it as UTF-8)",
            PsaFault.UnknownEncoding => v is null ? "the file is not in the encoding that it announces" : $"the encoding {v} is not known (save the file as UTF-8)",
            PsaFault.Declaration => "the XML declaration is badly written, or does not stand first",
            PsaFault.Attribute => $"the attribute {v} is written twice",
            PsaFault.Prefix => v is null ? "this namespace declaration is not possible" : $"the prefix {v} is not declared, or is reserved",
            PsaFault.Entity => v is null ? "this \"&\" begins no entity (write &amp;)" : $"the entity {v} does not exist",
            PsaFault.CharacterReference => "this number stands for no character",
            PsaFault.Token => x is null ? $"{v} is written where a blank is wanted" : $"{v} is written where {FindingText.Quoted(x, french: false)} is wanted",
            PsaFault.Signs => $"{v} is not allowed here",
            _ => f.Code == PsaFindingCode.NotXml ? "this is not how XML is written" : "this file cannot be read",
        };
    }
}
