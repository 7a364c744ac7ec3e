using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

public sealed class PersonIdentityTests
{
    [Fact]
    public void One_name_in_two_states_stays_two_people() =>
        Assert.Equal(["李强", "李强"], Persons(Told.In("a").Naming(Told.Person("李强", "中国")), Told.In("b").Naming(Told.Person("李强", "新加坡"))));

    [Fact]
    public void One_name_and_state_is_one_person_whatever_the_office() =>
        Assert.Equal(["李强"], Persons(Told.In("a").Naming(Told.Person("李强", "中国", "总理")), Told.In("b").Naming(Told.Person("李强", "中国", "省长"))));

    [Fact]
    public void Another_form_of_the_name_makes_one_person()
    {
        var graph = GraphOf.Articles(
            Told.In("a").Naming(Told.Person("特朗普", "美国", "总统", "川普")),
            Told.In("b").Naming(Told.Person("特朗普", "美国")),
            Told.In("c").Naming(Told.Person("川普", "美国")));

        var person = graph.TheOnly(NodeLabels.Person);
        Assert.Equal("特朗普", person.Name);
        Assert.Equal("川普", person.Text("aliases"));
        Assert.Equal("3", person.Text("articles"));
        Assert.Equal([person.Id, person.Text("formerIds")!], new[] { Told.Person("特朗普", "美国").Id, Told.Person("川普", "美国").Id }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_form_that_two_people_share_joins_nobody() =>
        Assert.Equal(
            ["乔治·布什", "布什", "杰布·布什"],
            Persons(
                Told.In("a").Naming(Told.Person("乔治·布什", "美国", null, "布什")),
                Told.In("b").Naming(Told.Person("杰布·布什", "美国", null, "布什")),
                Told.In("c").Naming(Told.Person("布什", "美国"))));

    [Theory]
    [InlineData("外交部长", "福阿德·侯赛因")]
    [InlineData("总理", "侯赛因, 福阿德·侯赛因")]
    public void A_last_name_is_the_only_full_name_of_that_state_and_office(string title, string expected) =>
        Assert.Equal(expected, string.Join(", ", Persons(
            Told.In("a").Naming(Told.Person("福阿德·侯赛因", "伊拉克", "外交部长")),
            Told.In("b").Naming(Told.Person("福阿德·侯赛因", "伊拉克", "外交部长")),
            Told.In("c").Naming(Told.Person("侯赛因", "伊拉克", title)))));

    [Fact]
    public void A_last_name_that_two_of_that_office_have_joins_neither() =>
        Assert.Equal(3, Persons(
            Told.In("a").Naming(Told.Person("乔治·布什", "美国", "总统")),
            Told.In("b").Naming(Told.Person("沃克·布什", "美国", "总统")),
            Told.In("c").Naming(Told.Person("布什", "美国", "总统"))).Count());

    [Theory]
    [InlineData("中国香港", 2)]
    [InlineData("美国", 1)]
    public void Forms_that_are_known_to_be_one_name_make_one_person_of_one_state(string country, int expected)
    {
        var knowledge = new GraphKnowledge { People = [new PersonFacts("特朗普", "Donald Trump", "美国", ["川普"], [])] };

        Assert.Equal(expected, GraphOf.Records(
            [Told.In("a").Naming(Told.Person("特朗普", "美国")).Record(), Told.In("b").Naming(Told.Person("川普", country)).Record()], knowledge).Labelled(NodeLabels.Person).Count());
    }

    [Fact]
    public void A_party_that_bears_the_name_of_a_state_says_which_person_it_is() =>
        Assert.Equal(["通伦"], Persons(
            Told.In("a").Naming(Told.Person("通伦", "老挝", "国家主席")),
            Told.In("b").Naming(Told.Person("通伦", null) with { Id = "person:party", Offices = [new OfficeRecord("中央总书记", "老挝人民革命党")] })));

    [Fact]
    public void The_id_of_a_bare_name_still_answers_when_it_is_joined()
    {
        var bare = GraphOf.Articles(Told.In("b").Naming(Told.Person("王毅", null))).TheOnly(NodeLabels.Person).Id;

        Assert.Equal(bare, GraphOf.Articles(Told.In("a").Naming(GraphOf.Wang), Told.In("b").Naming(Told.Person("王毅", null))).TheOnly(NodeLabels.Person).Text("formerIds"));
    }

    [Fact]
    public void A_bare_name_is_the_only_person_of_that_name() =>
        Assert.Equal(["王毅"], Persons(Told.In("a").Naming(GraphOf.Wang), Told.In("b").Naming(Told.Person("王毅", null))));

    [Fact]
    public void A_bare_name_that_two_people_have_stays_apart() =>
        Assert.Equal(3, Persons(
            Told.In("a").Naming(Told.Person("李强", "中国")),
            Told.In("b").Naming(Told.Person("李强", "新加坡")),
            Told.In("c").Naming(Told.Person("李强", null))).Count());

    [Fact]
    public void Two_bare_names_in_two_articles_are_not_joined_by_the_name_alone() =>
        Assert.Equal(["张三", "张三"], Persons(Told.In("a").Naming(Told.Person("张三", null)), Told.In("b").Naming(Told.Person("张三", null))));

    [Fact]
    public void A_name_with_an_office_and_no_state_is_the_only_one_who_holds_it() =>
        Assert.Equal(["王毅"], Persons(Told.In("a").Naming(GraphOf.Wang), Told.In("b").Naming(Told.Person("王毅", null, "外交部长"))));

    [Fact]
    public void What_an_article_tells_apart_is_never_joined()
    {
        var prince = Told.Person("穆罕默德", "沙特阿拉伯", "王储");
        var other = prince with { Id = "person:0000000000000001", Offices = [new("大臣", "沙特阿拉伯")] };

        Assert.Equal(["穆罕默德", "穆罕默德"], Persons(Told.In("a").Naming(prince, other)));
    }

    [Fact]
    public void Names_in_both_scripts_are_one_where_folding_is_given()
    {
        var knowledge = new GraphKnowledge { Fold = text => text.Replace('習', '习').Replace('國', '国') };
        var graph = GraphOf.Records(
            [Told.In("a").Naming(Told.Person("习近平", "中国")).Record(), Told.In("b").Naming(Told.Person("習近平", "中国")).Record()], knowledge);

        Assert.Equal("習近平", graph.TheOnly(NodeLabels.Person).Text("aliases"));
    }

    private static IEnumerable<string> Persons(params Told[] articles) => GraphOf.Articles(articles).Names(NodeLabels.Person);
}
