using TousRisques.Domain.Expeditions;

namespace TousRisques.Web.Contacts;

/// <summary>
/// Names, addresses and telephone numbers of people, kept apart from journals so that they can be erased: facts know a person by
/// <see cref="ContactId"/> alone. What is erased leaves no byte in the data folder (docs/contacts.md). Nobody logs what is in here.
/// </summary>
public interface IContacts
{
    /// <summary>Writes a contact down, in place of the one with that id.</summary>
    void Put(Contact contact);

    /// <summary>A contact, or null when there is none or none any more.</summary>
    Contact? Find(ContactId id);

    /// <summary>Contacts of an expedition, oldest first; of one kind, or of all.</summary>
    IReadOnlyList<Contact> List(ExpeditionId expedition, ContactKind? kind = null);

    /// <summary>Contacts of an expedition with that e-mail address, whatever its case; oldest first.</summary>
    IReadOnlyList<Contact> FindByMail(ExpeditionId expedition, string mail);

    /// <summary>
    /// Erases contacts, and mail that waits for them, so that no byte of them is left. Gives how many there were; those that are not there count for nothing.
    /// Takes as long as writing the whole file anew: erase many at once rather than one by one.
    /// </summary>
    int Erase(IReadOnlyCollection<ContactId> ids);
}
