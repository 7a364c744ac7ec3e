using System.Collections.Frozen;

namespace KnowledgeGraph.Graph;

/// <summary>What the graph is made of: labels, and one type for each property wherever it occurs.</summary>
public static class GraphSchema
{
    /// <summary>Events of more principals bring nobody together: whoever sits in a large round has not met all others.</summary>
    public const int MostPrincipals = 5;

    private static readonly FrozenDictionary<string, PropertyType> Types = new Dictionary<string, PropertyType>(StringComparer.Ordinal)
    {
        ["aliases"] = PropertyType.TextList,
        ["dates"] = PropertyType.TextList,
        ["events"] = PropertyType.TextList,
        ["formerIds"] = PropertyType.TextList,
        ["otherDates"] = PropertyType.TextList,
        ["otherPlaces"] = PropertyType.TextList,
        ["places"] = PropertyType.TextList,
        ["spells"] = PropertyType.TextList,
        ["articles"] = PropertyType.Integer,
        ["b"] = PropertyType.Integer,
        ["component"] = PropertyType.Integer,
        ["counterparts"] = PropertyType.Integer,
        ["cow"] = PropertyType.Integer,
        ["degree"] = PropertyType.Integer,
        ["end"] = PropertyType.Integer,
        ["g"] = PropertyType.Integer,
        ["meetings"] = PropertyType.Integer,
        ["origins"] = PropertyType.Integer,
        ["parties"] = PropertyType.Integer,
        ["r"] = PropertyType.Integer,
        ["start"] = PropertyType.Integer,
        ["year"] = PropertyType.Integer,
        ["confidence"] = PropertyType.Number,
        ["size"] = PropertyType.Number,
        ["weight"] = PropertyType.Number,
        ["weightedDegree"] = PropertyType.Number,
        ["x"] = PropertyType.Number,
        ["y"] = PropertyType.Number,
        ["dateFrom"] = PropertyType.Date,
        ["dateTo"] = PropertyType.Date,
        ["firstDate"] = PropertyType.Date,
        ["firstSeen"] = PropertyType.Date,
        ["from"] = PropertyType.Date,
        ["lastDate"] = PropertyType.Date,
        ["lastSeen"] = PropertyType.Date,
        ["to"] = PropertyType.Date,
        ["reviewed"] = PropertyType.Truth,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> EventLabels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [EventKinds.Meeting] = "Meeting",
        [EventKinds.VideoMeeting] = "VideoMeeting",
        [EventKinds.PhoneCall] = "PhoneCall",
        [EventKinds.Visit] = "Visit",
        [EventKinds.Conference] = "Conference",
        [EventKinds.Ceremony] = "Ceremony",
        [EventKinds.Signing] = "Signing",
        [EventKinds.Message] = "Message",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LabelsByKind = new[]
    {
        NodeLabels.Person, NodeLabels.Office, NodeLabels.Country, NodeLabels.Organization, NodeLabels.Place, NodeLabels.Event,
        NodeLabels.Agreement, NodeLabels.Article,
    }.ToFrozenDictionary(static label => label.ToLowerInvariant(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The type of a property; text where it has no other.</summary>
    public static PropertyType TypeOf(string property) => Types.GetValueOrDefault(property, PropertyType.Text);

    /// <summary>The first label of the node of an id: an id begins with its kind.</summary>
    /// <exception cref="ArgumentException">The id is of no known kind.</exception>
    public static string LabelOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var kind = id.AsSpan(0, Math.Max(0, id.IndexOf(':', StringComparison.Ordinal)));
        return LabelsByKind.TryGetValue(kind, out var label) ? label : throw new ArgumentException($"'{id}' is no id of a node; expected a kind such as person, a colon and 16 hex digits.", nameof(id));
    }

    /// <summary>The relation that a held event of some kind makes between people or states, or <see langword="null"/> where it makes none.</summary>
    public static string? ContactOf(string kind) => kind switch
    {
        EventKinds.Meeting or EventKinds.VideoMeeting => Relations.MetWith,
        EventKinds.PhoneCall => Relations.Called,
        EventKinds.Message => Relations.WroteTo,
        EventKinds.Visit => Relations.Visited,
        _ => null,
    };

    /// <summary>The second label of an event of some kind, or <see langword="null"/> for a kind that is not known.</summary>
    public static string? EventLabel(string kind) => EventLabels.GetValueOrDefault(kind);
}

/// <summary>The first labels of nodes.</summary>
public static class NodeLabels
{
    /// <summary>A person: name and state or office.</summary>
    public const string Person = "Person";

    /// <summary>An office of a state or organisation.</summary>
    public const string Office = "Office";

    /// <summary>A state or territory.</summary>
    public const string Country = "Country";

    /// <summary>An organisation.</summary>
    public const string Organization = "Organization";

    /// <summary>A place below the state.</summary>
    public const string Place = "Place";

    /// <summary>An event, with its kind as second label.</summary>
    public const string Event = "Event";

    /// <summary>What parties agreed.</summary>
    public const string Agreement = "Agreement";

    /// <summary>An article.</summary>
    public const string Article = "Article";
}

/// <summary>The types of relations.</summary>
public static class Relations
{
    /// <summary>Person to office.</summary>
    public const string Holds = "HOLDS";

    /// <summary>Office to country or organisation.</summary>
    public const string OfficeOf = "OFFICE_OF";

    /// <summary>Person, office, country or organisation to event.</summary>
    public const string ParticipatedIn = "PARTICIPATED_IN";

    /// <summary>Event to each state that a participant stands for.</summary>
    public const string Involves = "INVOLVES";

    /// <summary>Person to person: meetings and video meetings.</summary>
    public const string MetWith = "MET_WITH";

    /// <summary>Person to person: calls.</summary>
    public const string Called = "CALLED";

    /// <summary>Sender to receiver: messages.</summary>
    public const string WroteTo = "WROTE_TO";

    /// <summary>Person to country, or to a place whose country is not known.</summary>
    public const string Visited = "VISITED";

    /// <summary>Event to place, or to a country where no place is known.</summary>
    public const string HeldAt = "HELD_AT";

    /// <summary>Place to country.</summary>
    public const string LocatedIn = "LOCATED_IN";

    /// <summary>Event to the conference or ceremony during which it happened.</summary>
    public const string PartOf = "PART_OF";

    /// <summary>Country, organisation or person to agreement.</summary>
    public const string AgreedTo = "AGREED_TO";

    /// <summary>Agreement to the event at which it was reached.</summary>
    public const string ReachedAt = "REACHED_AT";

    /// <summary>Event or agreement to article: all evidence.</summary>
    public const string ReportedIn = "REPORTED_IN";
}
