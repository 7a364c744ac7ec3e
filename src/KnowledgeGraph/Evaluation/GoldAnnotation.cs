using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeGraph.Evaluation;

/// <summary>What an annotator found in one article.</summary>
public sealed record GoldAnnotation
{
    /// <summary>The article: the name of its file without ending.</summary>
    public string Id { get; init; } = "";

    /// <summary>The persons.</summary>
    public ImmutableArray<GoldPerson> Persons { get; init; } = [];

    /// <summary>The events.</summary>
    public ImmutableArray<GoldEvent> Events { get; init; } = [];

    /// <summary>The agreements.</summary>
    public ImmutableArray<GoldAgreement> Agreements { get; init; } = [];

    /// <summary>Reads the annotations of a folder, each under the name of its file without ending.</summary>
    /// <exception cref="InvalidDataException">A file is no annotation; the message names it.</exception>
    public static SortedDictionary<string, GoldAnnotation> ReadFolder(string folder)
    {
        var all = new SortedDictionary<string, GoldAnnotation>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                all[Path.GetFileNameWithoutExtension(file)] = JsonSerializer.Deserialize(File.ReadAllText(file), GoldJsonContext.Default.GoldAnnotation)
                    ?? throw new InvalidDataException($"{file}: expected an annotation, found null.");
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{file}: expected an annotation (persons, events, agreements): {error.Message}", error);
            }
        }

        return all;
    }
}

/// <summary>A person with the offices that the article states.</summary>
public sealed record GoldPerson(string Name, ImmutableArray<GoldOffice> Offices);

/// <summary>An office.</summary>
public sealed record GoldOffice(string Title, string? Of);

/// <summary>An event, its values as in records.</summary>
public sealed record GoldEvent(
    string Kind, string Status, ImmutableArray<string> Participants, string? Date, string? Place, string? Country, string? Evidence);

/// <summary>An agreement.</summary>
public sealed record GoldAgreement(ImmutableArray<string> Parties, string? Form, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoldAnnotation))]
internal sealed partial class GoldJsonContext : JsonSerializerContext;
