using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;

namespace KnowledgeGraph.Linking;

/// <summary>Resolves who travels where: one trip for each destination of a tour, two where both sides visit each other.</summary>
internal sealed class VisitResolver(Coreference coreference, GazetteerPlaces places, SubjectFinder subjects)
{
    /// <summary>A trip.</summary>
    /// <param name="Travellers">Who travels.</param>
    /// <param name="Country">The state.</param>
    /// <param name="Place">The city.</param>
    /// <param name="Source">The words that name them.</param>
    /// <param name="IsLater">Whether the tour has another destination before.</param>
    public readonly record struct Trip(ImmutableArray<Participant> Travellers, string? Country, string? Place, Span Source, bool IsLater);

    /// <summary>The trips that a telling tells of.</summary>
    public IEnumerable<Trip> Resolve(EventMention mention, ImmutableArray<Participant> travellers, Discourse discourse)
    {
        if (mention.Mutual)
        {
            if (travellers.Length == 2 && travellers.All(traveller => traveller.Kind is ParticipantKind.Person or ParticipantKind.Office))
            {
                yield return new Trip([travellers[0]], travellers[1].Country, null, mention.Trigger, false);
                yield return new Trip([travellers[1]], travellers[0].Country, null, mention.Trigger, false);
            }

            yield break;
        }

        var destinations = mention.Destinations.SelectMany(destination => Counted(destination, mention.Sentence, travellers)).ToList();
        foreach (var destination in destinations)
        {
            var place = destination.Named as PlaceMention;
            var city = place?.Place;
            var country = destination.Named switch
            {
                StateMention state => state.State,
                JointMention { States: [var candidates] } => coreference.Choose(candidates),
                PlaceMention named => named.Country,
                _ => destination.States.IsEmpty ? null : coreference.Choose(destination.States),
            };
            if (destination.TowardsHost)
            {
                country = HostOf(mention, travellers, discourse);
            }

            // Going to a building is no journey (前往天安门广场).
            if (place is { Venue: not null } && mention.Trigger.Start < destination.Span.Start && destination.Span.Length == place.Venue.Length)
            {
                continue;
            }

            // A state does not travel: 美国…访问 in passing tells of no trip that could be told from others.
            ImmutableArray<Participant> abroad =
                [.. travellers.Where(traveller => coreference.CanTravel(traveller) && (country is null || traveller.Country != country))];
            if (country is null && city is null && !destination.TowardsHost)
            {
                continue;
            }

            // 来访的美澳印三国外长: those of different states travel apart; so do those who are said to (先后派出A和B前往).
            foreach (var company in abroad.GroupBy(traveller => mention.OneByOne ? traveller.Name : traveller.Country, StringComparer.Ordinal))
            {
                yield return new Trip([.. company], country ?? (city is null ? null : places.CountryOf(city)), city, destination.Span, destination != destinations[0]);
            }
        }
    }

    /// <summary>上述三国, 两国, 该国: the states named before that are not the travellers' own.</summary>
    private IEnumerable<Destination> Counted(Destination destination, int sentence, ImmutableArray<Participant> travellers) =>
        (destination.IsThatState ? 1 : destination.Named is JointMention { States.IsEmpty: true, Count: var count } ? count : 0) is var number and > 0
            ? subjects.StatesBefore(sentence, destination.Span.Start, number, [.. travellers.Select(traveller => traveller.Country).OfType<string>()]).Select(state => new Destination(destination.Span, null, [state]))
            : [destination];

    /// <summary>
    /// The country where the speaker is: that of the place that the clause names, of those who met or welcomed the travellers last, else
    /// of the event told last, else of the subject.
    /// </summary>
    private static string? HostOf(EventMention mention, ImmutableArray<Participant> travellers, Discourse discourse)
    {
        if (mention.Place?.Country is { } here && !travellers.Any(traveller => traveller.Country == here))
        {
            return here;
        }

        for (var i = discourse.Events.Count - 1; i >= 0; i--)
        {
            var told = discourse.Events[i];
            if ((EventKinds.IsContact(told.Kind) || told.Kind == EventKinds.Ceremony) && told.Participants.Any(one => travellers.Any(one.IsSame))
                && told.Participants.FirstOrDefault(one => one.Country is not null && !travellers.Any(traveller => traveller.Country == one.Country)) is { } host)
            {
                return host.Country;
            }
        }

        return discourse.Events.Count > 0 ? discourse.Events[^1].Country ?? discourse.Subject?.Country : discourse.Subject?.Country;
    }
}
