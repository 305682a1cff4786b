using TousRisques.Domain.Words;
using TousRisques.Formats.OpenPsa;
using Xunit;

namespace TousRisques.Formats.Tests.OpenPsa;

/// <summary>Files that are no XML, or no files: told in our own words, never in the platform's English.</summary>
public class PsaFaultTests
{
    [Theory]
    [InlineData("<opsa-mef>\n  <a>\n  </oops>\n</opsa-mef>", PsaFault.Mismatch, "3:5", "cette balise de fin ne ferme pas « a », ouvert à la ligne 2", "this end tag does not close \"a\", opened on line 2")]
    [InlineData("</opsa-mef>", PsaFault.LoneEnd, "1:3", "cette balise de fin ne ferme rien", "this end tag closes nothing")]
    [InlineData("<opsa-mef>\n<a><b>", PsaFault.CutShort, "2:7", "le fichier s’arrête avant la fermeture de « b, a, opsa-mef »", "the file ends before \"b, a, opsa-mef\" is closed")]
    [InlineData("<opsa-mef>\n<a na", PsaFault.CutShort, "2:6", "le fichier s’arrête au milieu d’une balise ou d’un texte", "the file ends in the middle of a tag or a text")]
    [InlineData("<a b='c", PsaFault.CutShort, "1:8", "le fichier s’arrête au milieu d’une balise ou d’un texte", "the file ends in the middle of a tag or a text")]
    [InlineData("", PsaFault.NoRoot, "1:1", "il n’y a aucun élément", "there is no element at all")]
    [InlineData("<opsa-mef/>\n<opsa-mef/>", PsaFault.BesideRoot, "2:2", "il y a quelque chose hors de l’élément racine", "there is something outside the root element")]
    [InlineData("word", PsaFault.BesideRoot, "1:1", "il y a quelque chose hors de l’élément racine", "there is something outside the root element")]
    [InlineData("<opsa-mef>\u0001</opsa-mef>", PsaFault.Character, "1:11", "le caractère « U+0001 » n’a pas le droit d’être ici", "the character \"U+0001\" is not allowed here")]
    [InlineData("<opsa-mef><1/></opsa-mef>", PsaFault.Character, "1:12", "le caractère « 1 » n’a pas le droit d’être ici", "the character \"1\" is not allowed here")]
    [InlineData("<opsa-mef><a$/></opsa-mef>", PsaFault.Character, "1:13", "le caractère « $ » n’a pas le droit d’être ici", "the character \"$\" is not allowed here")]
    [InlineData("<opsa-mef a='<'/>", PsaFault.Character, "1:14", "le caractère « < » n’a pas le droit d’être ici", "the character \"<\" is not allowed here")]
    [InlineData("<opsa-mef a='1' a='2'/>", PsaFault.Attribute, "1:17", "l’attribut « a » est écrit deux fois", "the attribute \"a\" is written twice")]
    [InlineData("<x:opsa-mef/>", PsaFault.Prefix, "1:2", "le préfixe « x » n’est pas déclaré, ou est réservé", "the prefix \"x\" is not declared, or is reserved")]
    [InlineData("<opsa-mef>&eau;</opsa-mef>", PsaFault.Entity, "1:12", "l’entité « eau » n’existe pas", "the entity \"eau\" does not exist")]
    [InlineData("<opsa-mef>a & b</opsa-mef>", PsaFault.Entity, "1:14", "ce « & » ne commence aucune entité (écrivez &amp;)", "this \"&\" begins no entity (write &amp;)")]
    [InlineData("<opsa-mef>&#xZZ;</opsa-mef>", PsaFault.CharacterReference, null, "ce numéro ne désigne aucun caractère", "this number stands for no character")]
    [InlineData("<opsa-mef a=1/>", PsaFault.Token, "1:13", "« 1 » est écrit là où il faut « \" »", "\"1\" is written where \"\"\" is wanted")]
    [InlineData("<opsa-mef a='1'b='2'/>", PsaFault.Token, "1:16", "« b » est écrit là où il faut une espace", "\"b\" is written where a blank is wanted")]
    [InlineData("<opsa-mef>]]></opsa-mef>", PsaFault.Signs, null, "« ]]> » n’a pas le droit d’être ici", "\"]]>\" is not allowed here")]
    [InlineData("<opsa-mef><!-- a -- b --></opsa-mef>", PsaFault.Signs, null, "« -- » n’a pas le droit d’être ici", "\"--\" is not allowed here")]
    [InlineData(" <?xml version='1.0'?><opsa-mef/>", PsaFault.Declaration, null, "la déclaration XML est mal écrite ou n’est pas au tout début", "the XML declaration is badly written, or does not stand first")]
    [InlineData("<?xml version='3'?><opsa-mef/>", PsaFault.Declaration, null, "la déclaration XML est mal écrite ou n’est pas au tout début", "the XML declaration is badly written, or does not stand first")]
    [InlineData("<?xml version='1.0' encoding='x-none'?><opsa-mef/>", PsaFault.UnknownEncoding, null, "le codage « x-none » n’est pas connu (enregistrez le fichier en UTF-8)", "the encoding \"x-none\" is not known (save the file as UTF-8)")]
    public void What_is_no_XML_is_told_with_its_place_in_the_reader_s_own_words(string text, PsaFault fault, string? place, string french, string english)
    {
        var finding = Assert.Single(PsaReader.ReadText("t.xml", text).Findings, f => f.Code == PsaFindingCode.NotXml);
        Assert.Equal(fault, finding.Fault);
        if (place is not null) Assert.Equal(place, $"{finding.At.Line}:{finding.At.Column}");
        Assert.EndsWith($"erreur : ce n’est pas du XML bien formé : {french} ; la suite du fichier n’a pas été lue.", PsaFindingText.Line(finding, Language.French), StringComparison.Ordinal);
        Assert.EndsWith($"error: this is no well-formed XML: {english}; the rest of the file was not read.", PsaFindingText.Line(finding, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_as_such()
    {
        byte[] bytes = [.. "<opsa-mef>"u8, 0xC3, 0x28, .. "</opsa-mef>"u8];
        var finding = Assert.Single(PsaReader.Read([("t.xml", () => new MemoryStream(bytes))]).Findings);
        Assert.Equal((PsaFindingCode.NotXml, PsaFault.Encoding), (finding.Code, finding.Fault));
    }

    [Fact] // a sentence that a later version of the platform changes
    public void A_sentence_that_is_not_known_is_told_in_general_words()
    {
        var (fault, value, expected) = PsaFaults.Of("Something entirely new happened. Line 1, position 2.");
        Assert.Equal((PsaFault.Other, null, null), (fault, value, expected));
        var finding = new PsaFinding { Severity = Formats.Findings.Severity.Error, Code = PsaFindingCode.NotXml, At = new("t.xml", 1, 2), Fault = fault };
        Assert.Equal("t.xml:1:2: erreur : ce n’est pas du XML bien formé : l’écriture n’est pas celle de XML à cet endroit ; la suite du fichier n’a pas été lue.", PsaFindingText.Line(finding, Language.French));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_in_the_reader_s_own_words()
    {
        var finding = Assert.Single(PsaReader.ReadFiles([Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "none.xml")]).Findings);
        Assert.Equal((PsaFindingCode.FileUnreadable, PsaFault.NotFound), (finding.Code, finding.Fault));
        Assert.EndsWith("erreur : ce fichier n’existe pas.", PsaFindingText.Line(finding, Language.French), StringComparison.Ordinal);
    }
}
