namespace TousRisques.Formats.Sheets;

/// <summary>What can be the matter with a workbook, or with what is in it. The comment of each tells what <see cref="SheetFinding.Value"/> holds.</summary>
public enum SheetCode
{
    // How a workbook was read.

    /// <summary>The file is larger than allowed: it was not read. Value: how many bytes are allowed.</summary>
    TooLarge,
    /// <summary>The file is empty.</summary>
    Empty,
    /// <summary>It is neither a workbook (.xlsx) nor a table in text (.csv).</summary>
    NoWorkbook,
    /// <summary>It is a workbook of an older kind (.xls), or one with a password: save it as .xlsx.</summary>
    OldWorkbook,
    /// <summary>It is an OpenDocument workbook (.ods): save it as .xlsx.</summary>
    OpenDocument,
    /// <summary>The zipped file is broken. Value: the part that cannot be read; null for the whole.</summary>
    BrokenZip,
    /// <summary>A part of the workbook is no sound XML: what comes after was not read. Value: the part.</summary>
    BrokenPart,
    /// <summary>A part that the workbook names is not there. Value: the part.</summary>
    PartMissing,
    /// <summary>A part declares a document type: it was not read. Value: the part.</summary>
    DocumentType,
    /// <summary>Unzipped, the file is larger than allowed: the rest was not read. Value: how many bytes are allowed.</summary>
    TooLargeUnzipped,
    /// <summary>A part is built to wear readers out (nesting, names, endless tags): the rest of it was not read. Value: the part.</summary>
    TooIntricate,
    /// <summary>Too many sheets: the rest was not read. Value: how many are allowed.</summary>
    TooManySheets,
    /// <summary>Too many rows: the rest was not read. Value: how many are allowed.</summary>
    TooManyRows,
    /// <summary>Too many columns: the rest was not read. Value: how many are allowed.</summary>
    TooManyColumns,
    /// <summary>Too many cells in the workbook: the rest was not read. Value: how many are allowed.</summary>
    TooManyCells,
    /// <summary>A cell longer than allowed: cut. Value: how many characters are allowed.</summary>
    CellTooLong,
    /// <summary>A formula that gave an error when the workbook was saved. Value: the error.</summary>
    FormulaError,
    /// <summary>A cell that names no place, or a text that is not there: skipped. Value: as written.</summary>
    BadCell,
    /// <summary>Said by the reader of tables in text: see <see cref="SheetFinding.Text"/>.</summary>
    InText,
    /// <summary>And more findings. Value: how many are shown.</summary>
    TooManyFindings,

    // XLSForm: the rules of docs/xlsform.md, in their order.

    /// <summary>There is no sheet <c>survey</c>.</summary>
    SurveyMissing,
    /// <summary>A sheet's name is not spelled as it must be. Value: as written; nearest: as it must be.</summary>
    SheetSpelling,
    /// <summary>A sheet that the specification does not know: kept. Value: its name.</summary>
    SheetUnknown,
    /// <summary>A column must be there. Value: its name.</summary>
    ColumnMissing,
    /// <summary>Two columns are the same one. Value: the second; nearest: the first.</summary>
    ColumnDoubled,
    /// <summary>A column without a header holds something: kept. Value: what it holds first.</summary>
    ColumnUnnamed,
    /// <summary>A column that the specification does not know: kept. Value: its name.</summary>
    ColumnUnknown,
    /// <summary>A column of choices whose name is none that XML can hold. Value: its name.</summary>
    ChoiceColumnName,
    /// <summary>A row has a name or a label, and no type.</summary>
    TypeMissing,
    /// <summary>A row without type, name and label is taken as a comment: kept.</summary>
    CommentRow,
    /// <summary>No such type: kept. Value: the type.</summary>
    TypeUnknown,
    /// <summary>A type's spelling is not exact. Value: as written; nearest: as it must be.</summary>
    TypeSpelling,
    /// <summary>A row must have a name. Value: its type.</summary>
    NameMissing,
    /// <summary>A name that XML cannot hold. Value: the name.</summary>
    NameInvalid,
    /// <summary>A name twice in one group. Value: the name.</summary>
    NameTwice,
    /// <summary>A name twice, in two groups. Value: the name.</summary>
    NameTwiceElsewhere,
    /// <summary>Two names that differ by their capitals only. Value: the name; nearest: the other.</summary>
    NameCase,
    /// <summary>A name that forms keep for themselves. Value: the name.</summary>
    NameReserved,
    /// <summary>A repeat's name must be nowhere else among groups and repeats. Value: the name.</summary>
    RepeatNameTwice,
    /// <summary>An end without its beginning. Value: its type.</summary>
    EndWithoutBegin,
    /// <summary>An end of another kind than what it closes. Value: its type; nearest: what is open.</summary>
    EndMismatch,
    /// <summary>A beginning without its end. Value: its type.</summary>
    NeverEnded,
    /// <summary>A group or a repeat without anything in it. Value: its name.</summary>
    GroupEmpty,
    /// <summary>A question that people see must have a label. Value: its name.</summary>
    LabelMissing,
    /// <summary>There are lists, and no sheet <c>choices</c>.</summary>
    ChoicesMissing,
    /// <summary>A question of choices names no list. Value: its type.</summary>
    ListUnnamed,
    /// <summary>No such list. Value: its name.</summary>
    ListUnknown,
    /// <summary>A choice without a list.</summary>
    ChoiceListMissing,
    /// <summary>A choice without a name. Value: its list.</summary>
    ChoiceNameMissing,
    /// <summary>A choice without a label. Value: its name.</summary>
    ChoiceLabelMissing,
    /// <summary>A choice twice in its list. Value: its name.</summary>
    ChoiceTwice,
    /// <summary>A blank in the name of a choice, where blanks separate answers. Value: its name.</summary>
    ChoiceNameBlank,
    /// <summary>A list in a file apart must name a .csv, .xml or .geojson file. Value: as written.</summary>
    FileName,
    /// <summary>The choices are in a file apart: they are not in this workbook. Value: the file.</summary>
    FileApart,
    /// <summary>The sheet <c>external_choices</c> must be there. Value: the list.</summary>
    ExternalChoicesMissing,
    /// <summary><c>or_other</c> and a filter of choices exclude each other. Value: the type.</summary>
    OrOtherFiltered,
    /// <summary>Data from a file apart inside a repeat. Value: its name.</summary>
    ExternalInRepeat,
    /// <summary>A reference that is not closed, or holds no name. Value: as written.</summary>
    ReferenceMalformed,
    /// <summary>A reference to nothing. Value: the name.</summary>
    ReferenceUnknown,
    /// <summary>A reference to a name that several rows have. Value: the name.</summary>
    ReferenceAmbiguous,
    /// <summary>A bracket or a quote without its other half. Value: from there on.</summary>
    ExpressionUnbalanced,
    /// <summary>A character that expressions do not have, such as a curly quote. Value: the character.</summary>
    ExpressionCharacter,
    /// <summary>An operator of other languages. Value: the operator.</summary>
    ExpressionOperator,
    /// <summary>A calculation must be there. Value: the row's name.</summary>
    CalculationMissing,
    /// <summary>Groups and repeats cannot be required. Value: its name.</summary>
    RequiredOnGroup,
    /// <summary>Neither yes, nor no, nor an expression. Value: as written.</summary>
    YesOrNo,
    /// <summary>A message for a constraint that is not there. Value: the message.</summary>
    MessageAlone,
    /// <summary>Parameters are written <c>key=value</c>. Value: what is not.</summary>
    ParameterMalformed,
    /// <summary>No such parameter of this type. Value: its name.</summary>
    ParameterUnknown,
    /// <summary>A parameter's value is not possible. Value: the parameter.</summary>
    ParameterValue,
    /// <summary>A language without texts that other languages have. Value: the column that is missing, or whose cell is empty.</summary>
    LanguageMissing,
    /// <summary>Texts with and without a language. Value: the column.</summary>
    LanguageMixed,
    /// <summary>A language without its code between brackets. Value: the language.</summary>
    LanguageCode,
    /// <summary>The default language is none of the form's. Value: as written.</summary>
    DefaultLanguage,
    /// <summary>A form must have its identifier. Value: null.</summary>
    FormIdMissing,
    /// <summary>An identifier with blanks or signs that break addresses. Value: as written.</summary>
    FormIdInvalid,
    /// <summary>A form has no version.</summary>
    VersionMissing,
    /// <summary>A version is up to ten figures. Value: as written.</summary>
    VersionInvalid,
    /// <summary>A style that the specification does not know. Value: as written.</summary>
    StyleUnknown,
    /// <summary>Only the first row of settings counts.</summary>
    SettingsRows,

    // Answers exported by ODK Central, ODK Briefcase, KoboToolbox.

    /// <summary>No sheet has a column that answers a question of the form.</summary>
    AnswersMissing,
    /// <summary>A sheet of repeated answers: kept, not read. Value: its name.</summary>
    RepeatApart,
    /// <summary>A sheet that holds no answers: kept, not read. Value: its name.</summary>
    SheetApart,
    /// <summary>A column that answers no question: its cells are kept apart. Value: its header.</summary>
    AnswerColumnUnknown,
    /// <summary>A column that may answer several questions: its cells are kept apart. Value: its header.</summary>
    AnswerColumnAmbiguous,
    /// <summary>A second column for the same answer: the first counts. Value: its header.</summary>
    AnswerColumnTwice,
    /// <summary>Answers that are files: only their names are here. Value: the header.</summary>
    FilesApart,
    /// <summary>A row without an identifier: one was made from its answers.</summary>
    InstanceMissing,
    /// <summary>A submission that is there already: the latest counts. Value: its identifier.</summary>
    InstanceTwice,
    /// <summary>No such choice: kept as written. Value: as written.</summary>
    AnswerUnknown,
    /// <summary>No number: kept as written. Value: as written.</summary>
    NumberUnreadable,
    /// <summary>No day or hour that we can read: kept as written. Value: as written.</summary>
    DateUnreadable,
    /// <summary>No place on Earth: kept as written. Value: as written.</summary>
    PlaceUnreadable,

    // Forms as inquiry grids.

    /// <summary>A type that is not asked here: kept for the form to leave as it came. Value: the type.</summary>
    GridTypeKept,
    /// <summary>A repeat: asked once here. Value: its name.</summary>
    GridRepeat,
    /// <summary>A group inside a group: its questions are asked as part of the outer one, whatever its own condition. Value: its name.</summary>
    GridNested,
    /// <summary><c>or_other</c>: the other answer is not asked here. Value: the question.</summary>
    GridOrOther,
    /// <summary>Required under a condition: not required here. Value: the condition.</summary>
    GridConditionKept,
    /// <summary>A column that is not used here: kept for the form to leave as it came. Value: its header.</summary>
    GridColumnKept,
    /// <summary>A column that a grid cannot keep. Value: its header.</summary>
    GridColumnDropped,
    /// <summary>A row that a grid cannot keep: a comment, or an end of nothing. Value: its type.</summary>
    GridRowDropped,
    /// <summary>A choice twice in its list: the first counts. Value: its name.</summary>
    GridChoiceDropped,
    /// <summary>A list that no question uses: not kept. Value: its name.</summary>
    GridListDropped,
    /// <summary>A sheet that a grid cannot keep. Value: its name.</summary>
    GridSheetDropped,
    /// <summary>A name that is missing, taken, or cannot be: another was given. Value: the name; nearest: the other one.</summary>
    GridRenamed,
    /// <summary>A question without a label: its hint or name stands for it. Value: its name.</summary>
    GridLabelMade,
    /// <summary>A text that is too long for a grid: cut. Value: how many characters are allowed.</summary>
    GridTextCut,
    /// <summary>Too many sections, questions or choices: the rest is left out. Value: how many are allowed.</summary>
    GridTooMany,
    /// <summary>An answer that its question cannot have: left out. Value: the answer; nearest: the question.</summary>
    GridAnswerUnfit,
}
