using System.Text;
using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Odk;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.Tests.Sheets;
using TousRisques.Formats.Tests.XlsForms;
using TousRisques.Formats.XlsForms;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Odk;

public class OdkReaderTests
{
    private static readonly XlsForm Form = Drawn.Form("""
        # survey
        type | name | label::Français (fr) | label::English (en)
        start | start
        begin group | who | Qui | Who
        text | nom | Votre nom | Your name
        integer | age | Votre âge | Your age
        end group
        select_one yn | eau | De l'eau ? | Any water?
        select_multiple outils | outils | Outils utilisés | Tools used
        rank outils | ordre | Classez | Rank them
        geopoint | lieu | Où ? | Where?
        date | jour | Le jour | The day
        dateTime | moment | Moment précis | Exact moment
        image | photo | Photo | Photo
        begin_repeat | gens | Gens | People
        text | prenom | Prénom | First name
        end_repeat
        # choices
        list_name | name | label::Français (fr) | label::English (en)
        yn | yes | Oui | Yes
        yn | no | Non | No
        outils | tel | Téléphone | Phone
        outils | tel_sat | Téléphone satellite | Satellite phone
        outils | radio | Radio | Radio
        # settings
        form_id | version
        f | 1
        """).Form;

    private const string Expected = """
        aaaa-1 2026-03-02T14:30:00Z: start=2026-03-02T14:00:00 nom=Ada age=36 eau=yes outils=tel radio ordre=radio tel tel_sat lieu=49.44 1.1 0 0 jour=2026-03-01 moment=2026-03-01T08:56:00 photo=a.jpg
        bbbb-2 2026-03-03T09:00:00Z: nom=Bo eau=no outils=tel_sat jour=2026-02-28
        """;

    [Fact]
    public void ODK_Central_with_groups_before_names_and_split_choices() => Same("""
        SubmissionDate,start,who-nom,who-age,eau,outils,outils/tel,outils/tel_sat,outils/radio,ordre,lieu-Latitude,lieu-Longitude,lieu-Altitude,lieu-Accuracy,jour,moment,photo,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
        2026-03-02T14:30:00.000Z,2026-03-02T14:00:00,Ada,36,yes,tel radio,1,0,1,radio tel tel_sat,49.44,1.1,0,0,2026-03-01,2026-03-01T08:56:00,a.jpg,uuid:aaaa-1,uuid:aaaa-1,12,Collecte,1,1,,,x,0,1
        2026-03-03T09:00:00.000Z,,Bo,,no,tel_sat,0,1,0,,,,,,2026-02-28,,,uuid:bbbb-2,uuid:bbbb-2,12,Collecte,0,0,,,x,0,1
        """);

    [Fact]
    public void ODK_Central_without_groups_and_with_split_choices_only() => Same("""
        __id,__system/submissionDate,start,nom,age,eau,outils/tel,outils/tel_sat,outils/radio,ordre,lieu,jour,moment,photo
        uuid:aaaa-1,2026-03-02T14:30:00Z,2026-03-02T14:00:00,Ada,36,yes,1,0,1,radio tel tel_sat,49.44 1.1 0 0,2026-03-01,2026-03-01T08:56:00,a.jpg
        uuid:bbbb-2,2026-03-03T09:00:00Z,,Bo,,no,,1,,,,2026-02-28,,
        """);

    [Fact]
    public void ODK_Briefcase_with_days_in_words() => Same("""
        SubmissionDate,start,who-nom,who-age,eau,outils,ordre,lieu-Latitude,lieu-Longitude,lieu-Altitude,lieu-Accuracy,jour,moment,photo,SET-OF-gens,meta-instanceID,KEY
        "Mar 2, 2026 2:30:00 PM","Mar 2, 2026 2:00:00 PM","Ada",36,yes,"tel radio","radio tel tel_sat",49.44,1.1,0,0,"Mar 1, 2026","Mar 1, 2026 8:56:00 AM",a.jpg,uuid:aaaa-1/gens,uuid:aaaa-1,uuid:aaaa-1
        "Mar 3, 2026 9:00:00 AM",,"Bo","",no,"tel_sat","",,,,,"Feb 28, 2026",,,uuid:bbbb-2/gens,uuid:bbbb-2,uuid:bbbb-2
        """);

    [Fact]
    public void KoboToolbox_with_names_and_groups() => Same("""
        start;who/nom;who/age;eau;outils;outils/tel;outils/tel_sat;outils/radio;ordre;lieu;_lieu_latitude;_lieu_longitude;_lieu_altitude;_lieu_precision;jour;moment;photo;__version__;_id;_uuid;_submission_time;_validation_status;_notes;_status;_submitted_by;_tags;_index
        2026-03-02T14:00:00;Ada;36;yes;tel radio;1;0;1;radio tel tel_sat;49.44 1.1 0 0;49.44;1.1;0;0;2026-03-01;2026-03-01T08:56:00;a.jpg;v1;101;aaaa-1;2026-03-02T14:30:00;;;submitted;;;1
        ;Bo;;no;tel_sat;False;True;False;;;;;;;2026-02-28;;;v1;102;bbbb-2;2026-03-03T09:00:00;;;submitted;;;2
        """);

    [Fact]
    public void KoboToolbox_with_labels_in_french() => Same("""
        start;Qui/Votre nom;Qui/Votre âge;De l'eau ?;Outils utilisés;Outils utilisés/Téléphone;Outils utilisés/Téléphone satellite;Outils utilisés/Radio;Classez;Où ?;_Où ?_latitude;Le jour;Moment précis;Photo;_id;_uuid;_submission_time
        2026-03-02 14:00:00;Ada;36;Oui;Téléphone Radio;1;0;1;Radio Téléphone Téléphone satellite;49.44 1.1 0 0;49.44;01 mars 2026;2026-03-01T08:56:00;a.jpg;101;aaaa-1;2026-03-02T14:30:00
        n/a;Bo;n/a;Non;Téléphone satellite;0;1;0;;;;28 févr. 2026;;;102;bbbb-2;2026-03-03T09:00:00
        """);

    [Fact]
    public void KoboToolbox_with_labels_in_english_and_dots_between_groups() => Same("""
        start,Your name,Your age,Any water?,Tools used/Phone,Tools used/Satellite phone,Tools used/Radio,Rank them,Where?,The day,Exact moment,photo,_uuid,_submission_time
        2026-03-02T14:00:00,Ada,36,Yes,TRUE,FALSE,TRUE,"Radio, Phone, Satellite phone",49.44 1.1 0 0,2026-03-01,2026-03-01T08:56:00,a.jpg,aaaa-1,2026-03-02T14:30:00
        ,Bo,,no,FALSE,TRUE,FALSE,,,2026-02-28,,,bbbb-2,2026-03-03T09:00:00
        """);

    [Fact]
    public void A_workbook_with_repeats_and_dates_in_cells()
    {
        var table = Drawn.Book("""
            # form
            start | who.nom | who.age | eau | outils | ordre | lieu | jour | moment | photo | meta.instanceID | _submission_time | _index
            2026-03-02T14:00:00 | Ada | 36 | yes | tel radio | radio tel tel_sat | 49.44 1.1 0 0 | 2026-03-01 | 2026-03-01T08:56:00 | a.jpg | uuid:aaaa-1 | 2026-03-02T14:30:00 | 1
             | Bo | | no | tel_sat | | | 2026-02-28 | | | uuid:bbbb-2 | 2026-03-03T09:00:00 | 2
            # gens
            gens/prenom | _index | _parent_table_name | _parent_index
            Zoé | 1 | form | 1
            # notes
            rien
            """);
        var reading = OdkReader.Read(XlsxWriter.Write(table.Sheets), "export.xlsx", Form);
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Show(reading));
        Assert.Equal(["gens", "notes"], reading.Apart.Select(s => s.Name));
        Assert.Equal([SheetCode.RepeatApart, SheetCode.SheetApart], reading.Findings.Select(f => f.Code).Except([SheetCode.FilesApart]));
    }

    [Fact]
    public void A_zip_of_ODK_Central_gives_its_main_table()
    {
        var reading = OdkReader.Read(Zips.Of(("f.csv", "who-nom,KEY\nAda,uuid:1\n"), ("f-gens.csv", "prenom,PARENT_KEY,KEY\nZoé,uuid:1,uuid:1/gens[1]\n"), ("media/a.jpg", "x")), "f.zip", Form);
        Assert.Equal("1 : nom=Ada", Show(reading));
        Assert.Equal(["f-gens.csv"], reading.Apart.Select(s => s.Name));
    }

    [Fact]
    public void The_same_submission_twice_counts_once()
    {
        var reading = Read("nom,_uuid,_submission_time\nAda,1,2026-03-02T14:30:00\nBo,2,2026-03-02T14:30:00\nAda L.,uuid:1,2026-03-04T14:30:00\nBob,2,2026-03-01T14:30:00\n");
        Assert.Equal("1 2026-03-04T14:30:00Z: nom=Ada L.\n2 2026-03-02T14:30:00Z: nom=Bo", Show(reading));
        Assert.Equal([SheetCode.InstanceTwice, SheetCode.InstanceTwice], reading.Findings.Select(f => f.Code));
        var made = Read("nom,age\nAda,36\nBo,1\nAda,36\n");
        Assert.Equal(2, made.Submissions.Length);
        Assert.Equal(made.Submissions[0].Instance, Read("age,nom\n36,Ada\n").Submissions[0].Instance);
    }

    [Fact]
    public void What_cannot_be_understood_is_kept_and_told_at_its_cell()
    {
        var reading = Read("nom,âge,age,eau,outils,jour,lieu,outils/radio,prenom,KEY,_submission_time\nAda,37,vieux,peut-être,tel pigeon,hier,99 1,perhaps,Zoé,1,demain\n");
        Assert.Equal("1 : nom=Ada age=vieux eau=peut-être outils=tel pigeon lieu=99 1 jour=hier prenom=Zoé", Show(reading));
        Assert.Equal([new("âge", "37")], reading.Submissions[0].Others);
        ShownFile.Verify("xlsform/answers.txt", string.Join('\n', reading.Findings.SelectMany(f => new[] { SheetText.Line(f, Language.French), SheetText.Line(f, Language.English) })));
    }

    [Fact]
    public void Columns_that_may_mean_two_questions_are_not_guessed()
    {
        var form = Drawn.Form("# survey\ntype|name|label\nbegin_group|a|A\ntext|x|Same\nend_group\nbegin_group|b|B\ntext|x|Same\nend_group").Form;
        var reading = OdkReader.Read("x,a/x,b-x,Same,KEY\n1,2,3,4,k\n"u8.ToArray(), "f.csv", form);
        Assert.Equal("k : x=2 x=3", Show(reading));
        Assert.Equal([new("x", "1"), new("Same", "4")], reading.Submissions[0].Others);
        Assert.Equal([SheetCode.AnswerColumnAmbiguous, SheetCode.AnswerColumnAmbiguous], reading.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_table_without_answers_is_told()
    {
        Assert.Equal([SheetCode.SheetApart, SheetCode.AnswersMissing], Read("a,b\n1,2\n").Findings.Select(f => f.Code));
        Assert.Equal([SheetCode.NoWorkbook], OdkReader.Read(new byte[] { 1, 0 }, "f", Form).Findings.Select(f => f.Code));
    }

    [Fact]
    public void Chosen_names_come_back_from_one_column_and_from_split_columns_alike() =>
        Gen.Select(Gen.Shuffle(new[] { "tel", "tel_sat", "radio" }), Gen.Int[1, 3]).Sample((names, count) =>
        {
            string[] all = ["tel", "tel_sat", "radio"];
            string[] taken = [.. all.Intersect(names.Take(count))];
            var one = Read($"nom,outils\nA,{string.Join(' ', taken)}\n");
            var split = Read($"nom,{string.Join(',', all.Select(c => "outils/" + c))}\nA,{string.Join(',', all.Select(c => taken.Contains(c) ? "1" : "0"))}\n");
            var labels = Read($"nom,outils\nA,{string.Join(' ', taken.Select(t => Form.Text(Form.ChoicesOf("outils").First(c => c.Name == t), "label", "fr")))}\n");
            return one.Submissions[0]["outils"] == string.Join(' ', taken) && Show(one) == Show(split) && Show(labels) == Show(one);
        });

    [Fact]
    public void No_table_makes_the_reader_throw()
    {
        string[] pieces = ["nom", "who-nom", "KEY", "_uuid", "outils", "outils/tel", "lieu-Latitude", "lieu", "_submission_time", "jour", "", "n/a", "1", "x", "2026-03-02", "PARENT_KEY", "49 1", "Téléphone", "tel tel"];
        Gen.OneOf(pieces).Array[1, 6].Array[1, 6].Sample(rows =>
        {
            var reading = OdkReader.Read(new Workbook([Sheet.Of("s", rows)], []), "f", Form);
            Assert.All(reading.Findings, f => SheetText.Line(f, Language.French));
            Assert.Equal(reading.Submissions.Length, reading.Submissions.Select(s => s.Instance).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
    }

    private static OdkReading Read(string csv) => OdkReader.Read(Encoding.UTF8.GetBytes(csv.ReplaceLineEndings("\n")), "export.csv", Form);

    private static void Same(string csv)
    {
        var reading = Read(csv);
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Show(reading));
        Assert.Equal([SheetCode.FilesApart], reading.Findings.Select(f => f.Code));
    }

    private static string Show(OdkReading reading) => string.Join('\n', reading.Submissions.Select(s =>
        $"{s.Instance} {s.SubmittedAt:yyyy-MM-ddTHH:mm:ss}{(s.SubmittedAt is null ? "" : "Z")}: {string.Join(' ', s.Answers.Select(a => $"{a.Question}={a.Value}"))}"));
}
