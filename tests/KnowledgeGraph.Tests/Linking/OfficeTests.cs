namespace KnowledgeGraph.Tests.Linking;

/// <summary>Offices that a person's own words do not tell: from the headline, from both sides of a talk, from the state of a party.</summary>
public sealed class OfficeTests
{
    [Theory]
    [InlineData("李强同瓦努阿图总理会谈", "李强同纳帕特举行会谈。会谈后，两国总理共同见证签署合作文件。", "纳帕特", "总理@瓦努阿图")]
    [InlineData("李强同瓦努阿图总理会谈", "李强同瓦努阿图总理纳帕特举行会谈。会谈后，两国总理共同见证签署合作文件。", "李强", "总理@中国")]
    [InlineData("", "王沪宁会见苏林总书记。", "苏林", "总书记@越南")]
    [InlineData("", "王沪宁会见越共中央总书记苏林。", "苏林", "中央总书记@越共")]
    [InlineData("", "老挝人民革命党中央总书记、国家主席通伦到访。", "通伦", "中央总书记@老挝人民革命党 国家主席@老挝")]
    public void A_person_holds_the_offices_that_the_article_implies(string title, string text, string name, string offices)
    {
        var record = BuiltInRules.Pipeline.Extract(TextArticle.Of(text, title: title));

        var person = Assert.Single(record.Persons, person => person.Name == name);
        Assert.Equal(offices, string.Join(' ', person.Offices.Select(office => office.Title + "@" + office.Of)));
    }
}
