using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>Rows of one section for one statement.</summary>
/// <param name="Section">The section.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Done">How many rows of the load are done when these are.</param>
/// <param name="Rows">The rows as a JSON array.</param>
internal sealed record RowBatch(GraphSection Section, int Count, long Done, ReadOnlyMemory<byte> Rows);

/// <summary>Cuts the rows of a graph into batches of bounded number and size, each made when it is asked for.</summary>
internal static class RowBatches
{
    /// <summary>A batch ends where it has as many bytes, whatever the number of rows: servers bound the memory of a transaction.</summary>
    private const int MostBytes = 2 << 20;

    /// <summary>The batches of a load.</summary>
    /// <param name="rows">The rows in order.</param>
    /// <param name="plan">Tells the properties of each section.</param>
    /// <param name="size">Most rows of a batch.</param>
    /// <param name="done">Rows that are done already and are passed over.</param>
    public static IEnumerable<RowBatch> Of(IEnumerable<SectionRow> rows, LoadPlan plan, int size, long done)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new Utf8JsonWriter(buffer);
        var section = (GraphSection?)null;
        var properties = ImmutableArray<byte[]>.Empty;
        var count = 0;
        RowBatch Close()
        {
            writer.WriteEndArray();
            writer.Dispose();
            done += count;
            return new RowBatch(section!, count, done, buffer.WrittenMemory);
        }

        foreach (var row in rows.Skip(checked((int)done)))
        {
            if (count == size || row.Section != section || writer.BytesCommitted + writer.BytesPending > MostBytes)
            {
                if (count > 0)
                {
                    yield return Close();
                }

                properties = row.Section == section ? properties : [.. plan.PropertiesOf(row.Section.Name).Select(Encoding.UTF8.GetBytes)];
                (section, count) = (row.Section, 0);
                buffer = new ArrayBufferWriter<byte>();
                writer = new Utf8JsonWriter(buffer);
                writer.WriteStartArray();
            }

            Write(writer, row, properties);
            count++;
        }

        if (count > 0)
        {
            yield return Close();
        }
    }

    private static void Write(Utf8JsonWriter writer, SectionRow row, ImmutableArray<byte[]> properties)
    {
        writer.WriteStartArray();
        if (row.From is not null)
        {
            writer.WriteStringValue(row.From);
            writer.WriteStringValue(row.To);
        }

        writer.WriteStringValue(row.Id);
        WriteValues(writer, row, properties);
        writer.WriteEndArray();
    }

    /// <summary>Both the row's properties and those of the section stand in ordinal order: one walk over both finds what is missing.</summary>
    private static void WriteValues(Utf8JsonWriter writer, SectionRow row, ImmutableArray<byte[]> properties)
    {
        var json = Encoding.UTF8.GetBytes(row.Properties);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            while (next < properties.Length && !reader.ValueTextEquals(properties[next]))
            {
                writer.WriteNullValue();
                next++;
            }

            if (next++ == properties.Length)
            {
                throw new InvalidDataException($"{row.Id}: the properties in the store are not in ordinal order; build the graph anew.");
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            writer.WriteRawValue(json.AsSpan(start, (int)reader.BytesConsumed - start), skipInputValidation: true);
        }

        for (; next < properties.Length; next++)
        {
            writer.WriteNullValue();
        }
    }
}
