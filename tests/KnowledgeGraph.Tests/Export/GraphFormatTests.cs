using System.Text.Json.Nodes;
using KnowledgeGraph.Export;

namespace KnowledgeGraph.Tests.Export;

/// <summary>The formats that are no XML: what they look like. Real readers load them in <c>.ci/full</c>.</summary>
public sealed class GraphFormatTests
{
    [Fact]
    public void Neo4j_files_have_typed_headers_and_one_group_of_ids_for_each_label()
    {
        var files = Written.Files(SampleGraph.Meetings, target => new Neo4jCsvWriter(target));

        Assert.Equal("id:ID(Person),aliases:string[],articles:long,country,name,:LABEL", files.Lines("nodes-Person.csv")[0]);
        Assert.Contains(files.Lines("nodes-Person.csv"), line => line.EndsWith(",川普,1,美国,特朗普,Person", StringComparison.Ordinal));
        var met = files.Lines("edges-MET_WITH-Person-Person.csv");
        Assert.StartsWith(":START_ID(Person),key,articles:long,", met[0], StringComparison.Ordinal);
        Assert.Contains(",date,dateFrom:date,dateTo:date,", met[0], StringComparison.Ordinal);
        Assert.EndsWith(",:END_ID(Person),:TYPE", met[0], StringComparison.Ordinal);
        Assert.Contains(met, line => line.Contains(",2022-08,2022-08-01,2022-08-31,", StringComparison.Ordinal));
        Assert.All(files.Lines("nodes-Event.csv")[1..], line => Assert.EndsWith(",Event;Meeting", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_of_neo4j_files_loads_each_of_them()
    {
        var files = Written.Files(SampleGraph.Meetings, target => new Neo4jCsvWriter(target));

        Assert.All(files.Names.Where(name => name != "README.md"), name => Assert.Contains(
            (name.StartsWith("nodes-", StringComparison.Ordinal) ? "--nodes=" : "--relationships=") + name, files["README.md"], StringComparison.Ordinal));
    }

    [Fact]
    public void Neo4j_files_carry_text_as_it_is_and_part_lists_at_semicolons()
    {
        var files = Written.Files(SampleGraph.Person("=1+1,\"x\"", "a;b", "c"), target => new Neo4jCsvWriter(target));

        Assert.Equal("person:1,a；b;c,\"=1+1,\"\"x\"\"\",Person", files.Lines("nodes-Person.csv")[1]);
        Assert.Equal("person:1,\"\",Person", Written.Files(SampleGraph.Person(""), target => new Neo4jCsvWriter(target)).Lines("nodes-Person.csv")[1]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("王毅", "王毅")]
    public void A_spreadsheet_runs_no_cell_as_a_formula(string name, string cell)
    {
        var lines = Written.Files(SampleGraph.Person(name), target => new SpreadsheetWriter(target)).Lines("Person.csv");

        Assert.Equal("\uFEFFid,name,kind\r", lines[0]);
        Assert.Equal($"person:1,{cell},Person\r", lines[1]);
    }

    [Fact]
    public void Spreadsheets_name_both_ends_of_an_edge()
    {
        var files = Written.Files(SampleGraph.Meetings, target => new SpreadsheetWriter(target));

        Assert.StartsWith("\uFEFFfromId,fromName,toId,toName,articles,", files.Lines("MET_WITH.csv")[0], StringComparison.Ordinal);
        Assert.Contains(files.Lines("MET_WITH.csv")[1..], line => line.Contains(",王毅,", StringComparison.Ordinal) && line.Contains("朴振", StringComparison.Ordinal));
        Assert.Equal(4 + 1, files.Lines("MET_WITH.csv").Length);
    }

    [Fact]
    public void A_cypher_script_makes_constraints_then_nodes_then_edges()
    {
        var script = Written.File(SampleGraph.Meetings, stream => new CypherWriter(stream));

        var constraint = script.IndexOf("CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;", StringComparison.Ordinal);
        var node = script.IndexOf("MERGE (n:Event {id: row.id}) SET n:Meeting", StringComparison.Ordinal);
        var edge = script.IndexOf("MERGE (a)-[r:MET_WITH {key: row.key}]->(b)", StringComparison.Ordinal);
        Assert.True(constraint > 0 && constraint < node && node < edge);
        Assert.DoesNotContain("MERGE (n:", script[edge..], StringComparison.Ordinal);
        Assert.Matches(@"r\.date = row\.v\[\d+\], r\.dateFrom = date\(row\.v\[\d+\]\)", script);
    }

    [Theory]
    [InlineData("it's", "'it\\'s'")]
    [InlineData("a\\nb", "'a\\\\nb'")]
    [InlineData("a\\u0027b", "'a\\\\' + 'u0027b'")]
    [InlineData("a\nb\u0001", "'a\\u000Ab\\u0001'")]
    public void Cypher_text_is_escaped(string name, string literal) =>
        Assert.Contains($"{{id: 'person:1', v: [{literal}]}}", Written.File(SampleGraph.Person(name), stream => new CypherWriter(stream)), StringComparison.Ordinal);

    [Fact]
    public void Json_lines_have_the_form_of_apoc()
    {
        var lines = Written.File(SampleGraph.Meetings, stream => new JsonLinesWriter(stream)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        var trump = lines.Single(line => (string?)line["properties"]!["name"] == "特朗普");
        Assert.Equal(("node", "Person", "川普"), ((string)trump["type"]!, (string)trump["labels"]![0]!, (string)trump["properties"]!["aliases"]![0]!));
        var met = lines.First(line => (string?)line["label"] == "MET_WITH");
        Assert.Equal(("relationship", "Person"), ((string)met["type"]!, (string)met["start"]!["labels"]![0]!));
        Assert.StartsWith("person:", (string)met["end"]!["id"]!, StringComparison.Ordinal);
    }
}
