using System.Collections.Immutable;

namespace KnowledgeGraph.Rules;

/// <summary>A state or territory.</summary>
/// <param name="Name">Short simplified name, as records carry it (韩国).</param>
/// <param name="English">English short name.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 code, where there is one.</param>
/// <param name="Cow">Correlates of War state number, where there is one.</param>
/// <param name="Short">The one character used in pairs and before 方 (韩), where one is in use.</param>
/// <param name="Capital">The capital's simplified name.</param>
/// <param name="Variants">Other simplified forms.</param>
public sealed record StateEntry(string Name, string? English, string? Iso3, int? Cow, string? Short, string? Capital, ImmutableArray<string> Variants);

/// <summary>A place below the state.</summary>
/// <param name="Name">Simplified name.</param>
/// <param name="Country">The state, or <see langword="null"/> where it belongs to several or to none.</param>
/// <param name="Kind">city, province, island, resort, region…</param>
/// <param name="English">English name.</param>
/// <param name="Variants">Other simplified forms.</param>
public sealed record PlaceEntry(string Name, string? Country, string Kind, string? English, ImmutableArray<string> Variants);

/// <summary>A building or room where people meet.</summary>
/// <param name="Name">Simplified name.</param>
/// <param name="City">Its city, or <see langword="null"/> where many cities have one.</param>
/// <param name="Country">Its state.</param>
/// <param name="Variants">Other simplified forms.</param>
public sealed record VenueEntry(string Name, string? City, string? Country, ImmutableArray<string> Variants);

/// <summary>An organisation, party, ministry, armed group or medium.</summary>
/// <param name="Name">Simplified name.</param>
/// <param name="Kind">international, bloc, party, ministry, parliament, armed, media, institute, company, church.</param>
/// <param name="Short">One character used in pairs (欧), where one is in use.</param>
/// <param name="Country">The state it belongs to, where it belongs to one.</param>
/// <param name="English">English name.</param>
/// <param name="Variants">Other simplified forms.</param>
public sealed record OrganizationEntry(string Name, string Kind, string? Short, string? Country, string? English, ImmutableArray<string> Variants);

/// <summary>A recurring conference or mechanism.</summary>
/// <param name="Name">Simplified name.</param>
/// <param name="Variants">Other simplified forms.</param>
public sealed record ConferenceEntry(string Name, ImmutableArray<string> Variants);

/// <summary>An office.</summary>
/// <param name="Title">The title that records carry.</param>
/// <param name="Synonyms">Titles that are normalised to it.</param>
/// <param name="Rank">Greater is higher.</param>
/// <param name="Family">head-of-state, head-of-government, foreign-minister…</param>
/// <param name="Body">state, organization or any.</param>
/// <param name="Single">Whether a state has one holder at a time.</param>
/// <param name="Of">The only state or organisation that has the office (国务委员: 中国), or <see langword="null"/>.</param>
public sealed record OfficeEntry(string Title, ImmutableArray<string> Synonyms, int Rank, string? Family, string Body, bool Single, string? Of);

/// <summary>A person of public life.</summary>
/// <param name="Name">Mainland simplified form.</param>
/// <param name="English">English name.</param>
/// <param name="Country">The state the person stands for.</param>
/// <param name="Variants">Other simplified forms.</param>
/// <param name="Terms">The offices held.</param>
/// <param name="Source">Rule file and line, for citations.</param>
public sealed record PersonEntry(string Name, string? English, string? Country, ImmutableArray<string> Variants, ImmutableArray<TermEntry> Terms, string Source);

/// <summary>An office held for a time.</summary>
/// <param name="Title">The office's title.</param>
/// <param name="Of">State or organisation.</param>
/// <param name="From">First day, inclusive; <see langword="null"/> where not known.</param>
/// <param name="To">Last day, inclusive; <see langword="null"/> where not ended or not known.</param>
/// <param name="Open">Whether the term had not ended when the row was checked.</param>
/// <param name="Checked">When the row was checked, or <see langword="null"/> where it does not say.</param>
public sealed record TermEntry(string Title, string? Of, DateOnly? From, DateOnly? To, bool Open, DateOnly? Checked = null);
