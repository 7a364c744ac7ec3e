using System.Collections.Immutable;
using System.Reflection;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>
/// Writes a store's graph into Neo4j: constraints and indexes, nodes, relations, and on request the removal of what the store
/// no longer has. Run again it creates nothing; cut off, it goes on where it stopped.
/// </summary>
public sealed class GraphLoad(KnowledgeStore store, QueryApi api, LoadOptions options, ILoadObserver observer)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly string Version =
        typeof(GraphLoad).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private long done;
    private bool disturbed;
    private long nodesCreated;
    private long relationsCreated;

    /// <summary>Loads the graph.</summary>
    /// <exception cref="Neo4jException">It could not be loaded as a whole; the message says how far it came.</exception>
    public async Task<LoadResult> RunAsync(CancellationToken cancel)
    {
        observer.Connected(await ServerAsync(cancel));
        var name = StoreIdentity.Of(store);
        // The store as it is now, whatever other processes write meanwhile.
        using var snapshot = store.Connection.BeginTransaction(deferred: true);
        var plan = LoadPlan.Of(store, name);
        foreach (var statement in GraphConstraints.Statements.Append(GraphConstraints.Lock).Append(GraphConstraints.Await))
        {
            await api.RunAsync(new CypherStatement(statement), cancel);
        }

        var held = await LoadLock.TakeAsync(api, plan, Version, observer.Notes, cancel);
        try
        {
            await WriteAsync(plan, held, cancel);
            var result = await SettleAsync(plan, held.Done, cancel);
            await held.CompleteAsync(cancel);
            return result;
        }
        catch (Exception stopped) when (stopped is Neo4jException or OperationCanceledException)
        {
            await LeaveAsync(held);
            var left = FormattableString.Invariant(
                $"{done:N0} of {plan.Rows:N0} nodes and relations are written, and stay. Run the same command again: it {(disturbed ? "begins anew" : "goes on from there")}.");
            if (stopped is Neo4jException)
            {
                throw new Neo4jException($"{stopped.Message}\nkg: {left}", stopped);
            }

            observer.Notes("stopped. " + left);
            throw;
        }
    }

    private async Task<string> ServerAsync(CancellationToken cancel)
    {
        var answer = await api.RunAsync(new CypherStatement("CALL dbms.components() YIELD name, versions, edition RETURN versions[0] AS version, edition LIMIT 1"), cancel);
        return answer.Data!.Values is [[var version, var edition]] ? $"Neo4j {version} {edition}" : "Neo4j";
    }

    private async Task WriteAsync(LoadPlan plan, LoadLock held, CancellationToken cancel)
    {
        done = held.Done;
        if (done > 0)
        {
            observer.Notes(FormattableString.Invariant($"an earlier load was cut off: going on behind {done:N0} of {plan.Rows:N0}"));
        }

        using var batches = RowBatches.Of(GraphSections.Rows(store.Connection), plan, options.BatchSize, done).GetEnumerator();
        var (section, statement) = ((GraphSection?)null, "");
        // While the server writes one batch the next is made.
        var next = Next(batches);
        while (await next is { } batch)
        {
            next = Next(batches);
            if (batch.Section != section)
            {
                (section, statement) = (batch.Section, LoadStatements.For(batch.Section, plan.PropertiesOf(batch.Section.Name)));
            }

            try
            {
                await WriteAsync(batch, statement, held, plan, cancel);
            }
            catch
            {
                // The store is free again before anything else is done with it.
                await next;
                throw;
            }
        }
    }

    private async Task WriteAsync(RowBatch batch, string statement, LoadLock held, LoadPlan plan, CancellationToken cancel)
    {
        var answer = await api.RunAsync(new CypherStatement(statement, writer =>
        {
            held.WriteParameters(writer);
            writer.WriteNumber("done", batch.Done);
            writer.WritePropertyName("rows");
            writer.WriteRawValue(batch.Rows.Span, skipInputValidation: true);
        }), cancel);
        Check(batch, answer.Data!.Values is [[var written]] ? written.GetInt64() : 0);
        nodesCreated += answer.Counters?.NodesCreated ?? 0;
        relationsCreated += answer.Counters?.RelationshipsCreated ?? 0;
        done = batch.Done;
        observer.Wrote(done, plan.Rows, batch.Section.Name);
    }

    private static Task<RowBatch?> Next(IEnumerator<RowBatch> batches) => Task.Run(() => batches.MoveNext() ? batches.Current : null);

    private void Check(RowBatch batch, long written)
    {
        if (written != batch.Count)
        {
            disturbed = true;
            throw new Neo4jException(FormattableString.Invariant(
                $"{batch.Count - written} of {batch.Count} rows of {batch.Section.Name} were not written: another load of this store took over, or somebody removed nodes meanwhile."));
        }
    }

    /// <summary>Compares what is there with what should be, and prunes where that was asked for.</summary>
    private async Task<LoadResult> SettleAsync(LoadPlan plan, long resumed, CancellationToken cancel)
    {
        var (labels, types) = (await CountAsync(plan, edges: false, cancel), await CountAsync(plan, edges: true, cancel));
        PruneCounts? pruned = null;
        if (options.Prune)
        {
            pruned = await new Pruning(store, api, plan, options.BatchSize).RunAsync(
                [.. types.Where(type => type.Former > 0).Select(type => type.Name)], [.. labels.Where(label => label.Former > 0).Select(label => label.Name)], cancel);
            (labels, types) = (await CountAsync(plan, edges: false, cancel), await CountAsync(plan, edges: true, cancel));
        }

        foreach (var missing in labels.Concat(types).Where(count => count.Former < 0))
        {
            disturbed = true;
            throw new Neo4jException(FormattableString.Invariant(
                $"the database has {-missing.Former:N0} fewer {missing.Name} than were written: somebody removed them during the load."));
        }

        return new LoadResult(
            plan.Nodes, plan.Relations, nodesCreated, relationsCreated, resumed,
            labels.Sum(count => count.Former), types.Sum(count => count.Former), pruned);
    }

    /// <summary>For each label or type how many more the database has of this store than the store itself.</summary>
    private async Task<ImmutableArray<(string Name, long Former)>> CountAsync(LoadPlan plan, bool edges, CancellationToken cancel)
    {
        var expected = plan.Totals(edges).ToDictionary(total => total.Name, total => total.Rows, StringComparer.Ordinal);
        var names = edges ? expected.Keys.Union(LoadStatements.Types, StringComparer.Ordinal) : LoadStatements.FirstLabels;
        var text = string.Join("\nUNION ALL ", names.Order(StringComparer.Ordinal).Select(name => edges
            ? $"MATCH ()-[n:{LoadStatements.Quoted(name)}]->() WHERE n.{LoadStatements.Mark} CONTAINS $store RETURN '{name}' AS name, count(n) AS number"
            : $"MATCH (n:{LoadStatements.Quoted(name)}) WHERE n.{LoadStatements.Mark} CONTAINS $store RETURN '{name}' AS name, count(n) AS number"));
        var answer = await api.RunAsync(new CypherStatement(text, writer => writer.WriteString("store", plan.Store)), cancel);
        return [.. answer.Data!.Values.Select(row => (row[0].GetString()!, row[1].GetInt64() - expected.GetValueOrDefault(row[0].GetString()!)))];
    }

    /// <summary>Lets the next load begin at once, or anew; where the server is gone it has to wait and see instead.</summary>
    private async Task LeaveAsync(LoadLock held)
    {
        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            await (disturbed ? held.CompleteAsync(limit.Token) : held.GiveUpAsync(limit.Token));
        }
        catch (Exception failed) when (failed is Neo4jException or OperationCanceledException)
        {
            // What stopped the load is what the user should read.
        }
    }
}
